using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningCities.Suite.Tests.Documents;

/// <summary>What the documents tell people to type works, word for word, against the demo that the README starts.</summary>
public sealed partial class DocumentCommandTests(DemoProcess demo) : IClassFixture<DemoProcess>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-documents-");

    public static TheoryData<string> WithCommands =>
        [.. Document.All.Where(document => document.Blocks.Any(block => block.IsRun)).Select(document => document.Path)];

    [Fact]
    public async Task The_first_command_of_the_README_opens_the_demo()
    {
        using var visitor = demo.Client();

        Assert.Equal($"Ready: {demo.Address.ToString().TrimEnd('/')}", demo.Said.Split('\n')[^1]);
        Assert.Contains("Szeged", await visitor.GetStringAsync("/szeged"));
        TestContext.Current.SendDiagnosticMessage($"{DemoProcess.Command}: ready after {demo.Took.TotalSeconds:0} s");
    }

    [Fact]
    public void The_second_command_of_the_README_is_there() => Assert.True(
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(Path.Combine(Sources.Root, "tests/run")) & UnixFileMode.UserExecute) != 0);

    [Fact]
    public async Task Everybody_whom_the_README_names_can_sign_in_with_the_password_that_it_names()
    {
        var readme = string.Join('\n', Document.Named("README.md").Prose);
        var password = Password().Match(readme).Groups["password"].Value;

        Assert.All(
            await Task.WhenAll(Email().Matches(readme).Select(async e => (e.Value, Token: await demo.SignIn(e.Value, password)))),
            person => Assert.True(person.Token is not null, $"{person.Value} cannot."));
    }

    [Theory]
    [MemberData(nameof(WithCommands))]
    public async Task Its_commands_do_what_it_says(string path)
    {
        var document = Document.Named(path);
        var missing = document.Blocks.Select(block => block.Needs).OfType<string>().FirstOrDefault(program => !IsHere(program));
        Assert.SkipUnless(IsHere("bash") && IsHere("curl"), "bash or curl is not installed.");
        await Prepare(document);

        var blocks = document.Blocks.TakeWhile(block => missing is null || block.Needs != missing).ToList();
        var (code, said) = await Bash(string.Join('\n', blocks.Where(block => block.IsRun).Select(block => block.Text)));

        Assert.True(code == 0, $"It ended with {code}:\n{said}");
        Assert.All(blocks.Where(block => block.Shows).SelectMany(block => block.Lines), line => Assert.Contains(line, said));
        Assert.SkipWhen(missing is not null, $"{missing} is not installed: what needs it was not tried.");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The folder in which a reader would be, with the files that she has by then.</summary>
    private async Task Prepare(Document document)
    {
        await Write(".curlrc", "silent\nshow-error\nfail-with-body\n"); // a refusal ends the commands
        foreach (var block in document.Blocks.Where(block => block.FileName is not null))
        {
            await Write(block.FileName!, block.Text);
        }

        using var learner = demo.Client(await demo.SignIn("lilla@example.org", "learning-cities-demo"));
        var awards = await learner.GetFromJsonAsync<JsonElement>("/api/badges/awards/mine");
        var award = awards.GetProperty("items")[0].GetProperty("id").GetGuid();
        await Write("badge.jwt", await learner.GetStringAsync($"/api/badges/awards/{award}/credential"));
    }

    private async Task<(int Code, string Said)> Bash(string commands)
    {
        await Write("commands", $"set -eu -o pipefail\nlearning-cities() {{ '{Host}' \"$@\"; }}\n{commands}\n");
        var (organisation, key) = await Key();
        var start = new ProcessStartInfo("bash", ["-c", "bash commands 2>&1"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            Environment =
            {
                ["CURL_HOME"] = _folder.FullName,
                ["SUITE"] = demo.Address.ToString().TrimEnd('/'),
                ["CITY"] = "szeged",
                ["ORGANISATION"] = $"{organisation}",
                ["KEY"] = key,
                ["data"] = demo.Data,
                ["PublicUrl"] = demo.Address.ToString(),
            },
        };
        using var bash = Process.Start(start)!;
        var said = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bash.ExitCode, said);
    }

    /// <summary>A key for the Youth House, made by the administrator as she does on its page.</summary>
    private async Task<(Guid Organisation, string Key)> Key()
    {
        using var administrator = demo.Client(await demo.SignIn("admin@example.org", "learning-cities-demo"));
        var organisations = await administrator.GetFromJsonAsync<JsonElement>("/api/identity/organisations?city=szeged&limit=100");
        var house = organisations.GetProperty("items").EnumerateArray()
            .Single(o => o.GetProperty("name").GetProperty("en").GetString() == "Szeged Youth House").GetProperty("id").GetGuid();
        string[] scopes = ["catalogue:publish", "catalogue:attend", "badges:define", "badges:award"];
        var made = await administrator.Create($"/api/identity/organisations/{house}/keys", new { name = "a partner's program", scopes });
        return (house, (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
    }

    private Task Write(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text);

    private static string Host => Path.Combine(Sources.Root, "artifacts/bin/LearningCities.Host/debug/LearningCities.Host");

    private static bool IsHere(string program)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true })!;
            asked.WaitForExit();
            return asked.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    [GeneratedRegex(@"password in the demo is `(?<password>[^`]+)`")]
    private static partial Regex Password();

    [GeneratedRegex(@"[a-z.]+@example\.org")]
    private static partial Regex Email();
}
