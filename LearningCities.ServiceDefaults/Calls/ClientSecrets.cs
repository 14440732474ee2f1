using System.Security.Cryptography;
using System.Text;
using LearningCities.ServiceDefaults.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults.Calls;

/// <summary>
/// The secrets by which the suite's own programs (web, gateway, notifications …) prove themselves to Identity: the setting
/// <c>Clients:NAME</c>, which both sides are given. In one process, where nobody gave any, they are made once and kept in the
/// data folder, for this user's eyes only.
/// </summary>
public sealed class ClientSecrets(IConfiguration configuration, InProcess process, IServiceProvider services)
{
    private readonly Lock _making = new();

    /// <summary>What all of them are called.</summary>
    public static IReadOnlyList<string> Programs { get; } = ["gateway", "notifications", "web"];

    public string Of(string program) => configuration[$"Clients:{program}"] is { Length: > 0 } given
        ? given
        : process.Has("identity") && process.Has(program)
            ? Kept(program)
            : throw new InvalidOperationException($"Set 'Clients:{program}'.");

    private string Kept(string program)
    {
        var file = services.GetRequiredService<DataFolder>().SecretOf(program);
        lock (_making)
        {
            if (!File.Exists(file) || new FileInfo(file).Length == 0) // once, a kill while it was written could leave it empty
            {
                Write($"{file}.new", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
                File.Move($"{file}.new", file, overwrite: true); // a kill leaves all of it or nothing
            }

            return File.ReadAllText(file);
        }
    }

    private static void Write(string file, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(Encoding.ASCII.GetBytes(secret));
        stream.Flush(flushToDisk: true);
    }
}
