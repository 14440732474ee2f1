using System.Diagnostics;

namespace LearningCities.Suite.Tests.Republishing;

/// <summary>As an operator types it, in a folder that no process serves. That a running one does it, the operator's guide is tried for.</summary>
public sealed class RepublishCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-republish-");

    [Fact]
    public async Task From_the_command_line_it_says_what_it_told_or_which_modules_there_are()
    {
        Assert.Equal(0, (await Run("--create-city", "Makó", "--admin", "anna@example.org")).Code);

        Assert.Equal(
            (0, "identity: 1 of 1 told again\nRepublished: identity 1, catalogue 0, pathways 0, badges 0, mobility 0."),
            await Run("--republish", "all"));
        Assert.Equal(
            (2, "'library' has nothing to tell again here. Modules: all, identity, catalogue, pathways, badges, mobility."),
            await Run("--republish", "library"));
        Assert.Equal(
            (2, "'identity' has nothing to tell again here. Modules: all, catalogue."),
            await Run("--republish", "identity", "--target=catalogue"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        var program = Path.Combine(Sources.Root, "artifacts/bin/LearningCities.Host/debug/LearningCities.Host");
        var start = new ProcessStartInfo(program, [.. arguments, $"--data={_folder.FullName}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var lines = said.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(' ') && !line.Contains('['));
        return (process.ExitCode, string.Join('\n', lines)); // without what is logged
    }
}
