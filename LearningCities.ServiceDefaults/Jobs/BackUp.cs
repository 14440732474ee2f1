using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// <c>--backup FILE</c>: every module's tables at one moment, and the secrets without which they cannot be read, in one ZIP with
/// checksums. Writers wait while the copies are made; readers do not.
/// </summary>
internal sealed class BackUp(IEnumerable<ModuleDb> databases, DataFolder folder) : IJob
{
    internal const string Manifest = "manifest.json";

    public async Task<int> Run(IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var file = arguments["backup"];
        var copies = Directory.CreateDirectory(Path.Combine(folder.FullName, ".backup"));
        try
        {
            await Copy([.. databases], copies.FullName, cancellation);
            foreach (var secret in Directory.EnumerateFiles(folder.FullName, "*.secret"))
            {
                File.Copy(secret, Path.Combine(copies.FullName, Path.GetFileName(secret)), overwrite: true);
            }

            var sums = copies.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => Sum(f.FullName));
            await File.WriteAllTextAsync(Path.Combine(copies.FullName, Manifest), JsonSerializer.Serialize(sums), cancellation);
            File.Delete($"{file}.part");
            await ZipFile.CreateFromDirectoryAsync(copies.FullName, $"{file}.part", cancellation);
            File.Move($"{file}.part", file, overwrite: true); // whole, or the old one
            await output.WriteLineAsync($"Backed up: {sums.Count} files, {new FileInfo(file).Length} bytes, {file}");
            return 0;
        }
        finally
        {
            copies.Delete(recursive: true);
        }
    }

    internal static string Sum(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static async Task Copy(ModuleDb[] databases, string into, CancellationToken cancellation)
    {
        var turns = new List<IDisposable>();
        try
        {
            foreach (var db in databases) // all gates first: one moment for all modules
            {
                turns.Add(await db.Pause(cancellation));
            }

            foreach (var db in databases)
            {
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(into, $"{db.Module}.db")}", cancellation);
            }
        }
        finally
        {
            turns.ForEach(turn => turn.Dispose());
        }
    }
}
