namespace LearningCities.ServiceDefaults.Data;

/// <summary>Where SQLite's files lie. One process at a time: a second would walk past the first one's write gates.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;

    public DataFolder(string path)
    {
        _path = Directory.CreateDirectory(path).FullName;
        try
        {
            _lock = new FileStream(Path.Combine(_path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new InvalidOperationException(
                $"Another process uses the data folder '{_path}'. Stop it, or choose another folder with --data.", e);
        }
    }

    public string FileOf(string module) => Path.Combine(_path, $"{module}.db");

    /// <summary>A file for this user's eyes only.</summary>
    public string SecretOf(string program) => Path.Combine(_path, $"{program}.secret");

    /// <summary>The folder itself.</summary>
    public string FullName => _path;

    /// <summary>Where a running process listens for jobs.</summary>
    public static string SocketOf(string folder) => Path.Combine(Path.GetFullPath(folder), ".jobs");

    public void Dispose() => _lock.Dispose();
}
