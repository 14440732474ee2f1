using System.Diagnostics;

namespace LearningCities.Faults.Running;

/// <summary>The executables, as the build put them side by side.</summary>
internal static class Binary
{
    public static string Host => Of("LearningCities.Host");

    public static string Witness => Of("LearningCities.Faults");

    public static async Task<string> Run(string file, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException(
            $"{Path.GetFileName(file)} {arguments.FirstOrDefault()} ended with {process.ExitCode}: {await said}{await complained}");
    }

    private static string Of(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)); // artifacts/bin/PROJECT/debug
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, project);
    }
}
