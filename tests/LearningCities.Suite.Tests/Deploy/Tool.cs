using System.Diagnostics;

namespace LearningCities.Suite.Tests.Deploy;

/// <summary>A program that looks at a file as those do who run the suite with it. Where it is not installed, the test says so.</summary>
internal static class Tool
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TEST_DEPLOY_TOOLS");

    public static async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program), arguments)
        {
            WorkingDirectory = Sources.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HELM_CACHE_HOME"] = Path.GetTempPath(), ["HELM_CONFIG_HOME"] = Path.GetTempPath(), ["HELM_DATA_HOME"] = Path.GetTempPath() },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said + await errors);
    }

    /// <summary>A file of a package from npm.</summary>
    public static string FromNpm(string path)
    {
        var file = Path.Combine(Folder ?? "", "node_modules", path);
        Assert.SkipUnless(Folder is not null && File.Exists(file), $"{path} is not there: TEST_DEPLOY_TOOLS, which tests/run sets.");
        return file;
    }

    private static string Find(string program)
    {
        var found = new[] { Path.Combine(Folder ?? "", "bin"), Path.Combine(Folder ?? "", "node_modules", ".bin") }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{program} is not installed.");
        return found!;
    }
}
