using System.Diagnostics;
using System.Text;

namespace LearningCities.Browser.Tests;

/// <summary>Programs that others wrote, to check what ours made.</summary>
internal static class Tool
{
    public static string? Missing(string program) => Find(program) is null
        ? $"'{program}' is not installed. Debian: apt-get install chromium poppler-utils qpdf zbar-tools." : null;

    public static string Path(string program) => Find(program) ?? throw new FileNotFoundException(Missing(program));

    /// <summary>What it says; a program that is not here skips the test.</summary>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        Assert.SkipWhen(Missing(program) is not null, Missing(program) ?? "");
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
    }

    private static string? Find(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Select(folder => System.IO.Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
