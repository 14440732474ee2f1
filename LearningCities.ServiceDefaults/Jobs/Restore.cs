using System.IO.Compression;
using System.Text.Json;
using LearningCities.ServiceDefaults.Data;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// <c>--restore FILE</c>: the data folder becomes what the backup holds. What was there is kept beside it, so that a restore of
/// the wrong file can be undone by hand.
/// </summary>
internal sealed class Restore(DataFolder folder) : IJob
{
    private const long LargestFile = 100L * 1024 * 1024 * 1024;

    public async Task<int> Run(IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(folder.FullName, ".restore"));
        try
        {
            var names = await Unpack(arguments["restore"], unpacked.FullName, cancellation);
            var kept = Directory.CreateDirectory(Path.Combine(folder.FullName, ".before-restore"));
            foreach (var old in Directory.EnumerateFiles(folder.FullName).Where(file => IsData(file) || IsMadeOfData(file)).ToList())
            {
                File.Move(old, Path.Combine(kept.FullName, Path.GetFileName(old)), overwrite: true);
            }

            foreach (var name in names)
            {
                File.Move(Path.Combine(unpacked.FullName, name), Path.Combine(folder.FullName, name));
            }

            await output.WriteLineAsync($"Restored: {names.Count} files; what was there before is in {kept.FullName}");
            return 0;
        }
        catch (InvalidDataException fault)
        {
            await output.WriteLineAsync($"This is no whole backup: {fault.Message} Nothing was changed.");
            return 1;
        }
        finally
        {
            unpacked.Delete(recursive: true);
        }
    }

    private static bool IsData(string file) =>
        Path.GetExtension(file) is ".db" or ".db-wal" or ".db-shm" or ".secret";

    // It knows what the old tables had; without it, it is made of the new ones.
    private static bool IsMadeOfData(string file) => Path.GetExtension(file) is ".index";

    /// <summary>Nothing is moved before every file has been unpacked and has its checksum.</summary>
    private static async Task<IReadOnlyCollection<string>> Unpack(string file, string into, CancellationToken cancellation)
    {
        await using var archive = await ZipFile.OpenReadAsync(file, cancellation);
        var manifest = archive.GetEntry(BackUp.Manifest) ?? throw new InvalidDataException("It has no manifest.");
        await using var text = await manifest.OpenAsync(cancellation);
        var sums = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(text, cancellationToken: cancellation)
            ?? throw new InvalidDataException("Its manifest is empty.");
        foreach (var (name, sum) in sums)
        {
            var entry = archive.GetEntry(name);
            if (entry is null || entry.Length > LargestFile || name != Path.GetFileName(name) || !IsData(name))
            {
                throw new InvalidDataException($"'{name}' is missing or is not ours.");
            }

            await entry.ExtractToFileAsync(Path.Combine(into, name), overwrite: true, cancellation);
            if (BackUp.Sum(Path.Combine(into, name)) != sum)
            {
                throw new InvalidDataException($"'{name}' is not what was written.");
            }
        }

        return sums.Keys;
    }
}
