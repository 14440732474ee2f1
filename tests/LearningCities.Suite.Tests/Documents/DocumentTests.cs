using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningCities.Suite.Tests.Documents;

/// <summary>What the documents name is there. What they say of it, whoever reviews has to judge.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. Document.All.Select(document => document.Path)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string path)
    {
        var document = Document.Named(path);
        Assert.All(document.Links.Where(link => !link.Contains("://", StringComparison.Ordinal)), link =>
        {
            var (file, anchor) = (link.Split('#')[0], link.Split('#').ElementAtOrDefault(1));
            var target = Path.GetFullPath(Path.Combine(document.Folder, file));
            Assert.True(file.Length == 0 || Path.Exists(target), $"{link} leads nowhere.");
            var there = file.Length == 0 ? document : Document.All.SingleOrDefault(d => target == Path.Combine(Sources.Root, d.Path));
            Assert.True(anchor is null || (there?.Anchors.Contains(anchor) ?? false), $"{link} has no such heading.");
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_that_is_named_exists(string path)
    {
        var document = Document.Named(path);
        var named = document.Code.SelectMany(code => code.Split(' ')).Where(word => PathFromRoot().IsMatch(word))
            .Concat(document.Spans.Where(span => FileName().IsMatch(span)));

        Assert.All(named, name => Assert.True(IsThere(name, document), $"{name} does not exist."));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_line_of_a_map_begins_with_what_is_there(string path)
    {
        foreach (var map in Document.Named(path).Blocks.Where(block => block.Words.Contains("tree")))
        {
            var above = "";
            Assert.All(map.Lines, line =>
            {
                var name = line.Trim().Split(' ')[0];
                above = line.StartsWith(' ') ? above : name;
                Assert.True(Path.Exists(Path.Combine(Sources.Root, line.StartsWith(' ') ? above : "", name)), $"{line} is not there.");
            });
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_option_is_one_that_the_program_or_a_script_has(string path)
    {
        var options = Sources.Of("src/LearningCities.Host").SelectMany(file => Option().Matches(File.ReadAllText(file)))
            .Concat(Scripts.SelectMany(script => Option().Matches(File.ReadAllText(script))))
            .Select(option => option.Value).Append("--help").ToHashSet();
        var asked = Document.Named(path).Code.Where(code => OurProgram().IsMatch(code))
            .SelectMany(code => Option().Matches(code[(code.IndexOf(" -- ", StringComparison.Ordinal) + 1)..]).Select(option => option.Value));

        Assert.All(asked, option => Assert.True(
            options.Contains(option) || KnownSettings.Has(option[2..]), $"{option} is neither an option nor a setting."));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_setting_is_one_that_somebody_reads(string path) => Assert.All(
        Document.Named(path).Spans.Where(span => Setting().IsMatch(span)),
        key => Assert.True(KnownSettings.Has(key), $"Nobody reads {key}."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_address_of_the_API_is_in_its_document(string path)
    {
        var known = Directory.EnumerateFiles(Path.Combine(Sources.Here(), "..", "Approved"), "*.openapi.approved.json")
            .SelectMany(file => JsonElement.Parse(File.ReadAllText(file)).GetProperty("paths").EnumerateObject())
            .Select(address => new Regex($"^{Hole().Replace(address.Name, "[^/]+")}$")).ToList();

        Assert.All(
            Document.Named(path).Code.SelectMany(code => Address().Matches(code)).Select(address => address.Value.TrimEnd('/')),
            address => Assert.True(known.Any(one => one.IsMatch(address)), $"{address} is not in the approved documents."));
    }

    private static IEnumerable<string> Scripts => Directory.EnumerateFiles(Path.Combine(Sources.Root, "deploy/native"))
        .Append(Path.Combine(Sources.Root, "deploy/systemd/install")).Concat(Directory.EnumerateFiles(Path.Combine(Sources.Root, "tests")));

    private static bool IsThere(string name, Document document) =>
        new[] { document.Folder, Sources.Root, Path.Combine(Sources.Root, "src"), Path.Combine(Sources.Root, "tests") }
            .Any(folder => Path.Exists(Path.Combine(folder, name)))
        || (!name.Contains('/', StringComparison.Ordinal)
            && Directory.EnumerateFiles(document.Folder, name, SearchOption.AllDirectories).Any());

    [GeneratedRegex(@"^(src|tests|deploy|docs)(/[\w.-]+)+$")]
    private static partial Regex PathFromRoot();

    [GeneratedRegex(@"^([\w.-]+/)*[\w.-]+\.(cs|csproj|css|json|md|props|razor|resx|sh|sln|slnx|svg|yaml)$|^LearningCities\.[A-Za-z.]+$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"LearningCities\.Host|^learning-cities |^… -- |^--|^(tests|deploy/native)/\w+ ")]
    private static partial Regex OurProgram();

    [GeneratedRegex(@"(?<![\w-])--[a-z][A-Za-z:-]*")]
    private static partial Regex Option();

    [GeneratedRegex(@"^([A-Z][A-Za-z]+|services)(:[A-Za-z0-9]+)+$|^[A-Z][A-Za-z]+(__[A-Za-z0-9]+)+$")]
    private static partial Regex Setting();

    [GeneratedRegex(@"/api/[\w/{}$.-]+(?![\w/{}$.<…-])")]
    private static partial Regex Address();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
