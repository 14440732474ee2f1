using LearningCities.Host;
using LearningCities.Suite.Tests.Documents;
using Microsoft.Extensions.Logging;

namespace LearningCities.Suite.Tests.Deploy;

/// <summary>One process of the suite, as a file of deploy/ would start it.</summary>
internal sealed record ToldProcess(string Name, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    // Read by .NET, by the telemetry exporter or by the image, not by our code.
    private static readonly string[] OfOthers = ["ASPNETCORE_URLS", "DOTNET_gcServer", "HOME", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_SERVICE_NAME"];

    public IEnumerable<string> Unknown => Environment.Keys.Where(key => !OfOthers.Contains(key) && !KnownSettings.Has(key));

    /// <summary>Makes the process from what it is told alone. What is missing ends it with a sentence; nothing is started.</summary>
    public async Task Make()
    {
        var command = CommandLine.Parse([.. Arguments]);
        Assert.NotNull(command);
        var told = Environment.Where(setting => !OfOthers.Contains(setting.Key))
            .Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}");
        var folder = Directory.CreateTempSubdirectory("learning-cities-deploy-");
        await using (var app = Host.Suite.Build([.. told, $"--data={folder}", .. command.Settings], builder => builder.Logging.ClearProviders()))
        {
            Assert.NotNull(app);
        }

        folder.Delete(recursive: true);
    }
}
