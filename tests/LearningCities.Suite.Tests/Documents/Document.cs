using System.Text.RegularExpressions;

namespace LearningCities.Suite.Tests.Documents;

/// <summary>A Markdown file of the repository, as far as tests read it.</summary>
/// <param name="Path">From the root.</param>
internal sealed partial record Document(string Path, IReadOnlyList<Block> Blocks, IReadOnlyList<string> Prose)
{
    public static IReadOnlyList<Document> All { get; } =
    [
        .. Directory.EnumerateFiles(Sources.Root, "*.md", new EnumerationOptions { RecurseSubdirectories = true })
            .Select(file => System.IO.Path.GetRelativePath(Sources.Root, file))
            .Where(file => !IgnoredFolder().IsMatch(file))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static Document Named(string path) => All.Single(document => document.Path == path);

    public string Folder => System.IO.Path.Combine(Sources.Root, System.IO.Path.GetDirectoryName(Path)!);

    /// <summary>What stands between single backticks.</summary>
    public IEnumerable<string> Spans => Prose.SelectMany(line => Span().Matches(line)).Select(span => span.Groups[1].Value);

    /// <summary>Everything that is written as code, a line or a span at a time.</summary>
    public IEnumerable<string> Code => Spans.Concat(Blocks.Where(block => block.Language != "razor").SelectMany(block => block.Lines));

    /// <summary>Where links and pictures lead, as it is written.</summary>
    public IEnumerable<string> Links => Prose.SelectMany(line => Link().Matches(line)).Select(link => link.Groups[1].Value);

    /// <summary>The headings as GitHub names them in addresses.</summary>
    public IEnumerable<string> Anchors => Prose.Where(line => line.StartsWith('#'))
        .Select(line => NoAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static Document Read(string path)
    {
        var (blocks, prose) = (new List<Block>(), new List<string>());
        Block? block = null;
        foreach (var line in File.ReadLines(System.IO.Path.Combine(Sources.Root, path)))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                block = block is null ? Block.Begun(line) : null;
                blocks.AddRange(block is null ? [] : [block]);
            }
            else
            {
                (block?.Lines ?? prose).Add(line);
            }
        }

        return new Document(path, blocks, prose);
    }

    [GeneratedRegex(@"(^|/)(artifacts|node_modules|data|bin|obj|\.[^/]+)/")]
    private static partial Regex IgnoredFolder();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}

/// <summary>Code between fences. The words after its language say what tests do with it: tests/README.md explains them.</summary>
internal sealed record Block(string Language, IReadOnlyList<string> Words, List<string> Lines)
{
    public bool IsRun => Words.Contains("run");

    public bool Shows => Words.Contains("shows");

    /// <summary>The program without which it cannot be run.</summary>
    public string? Needs => Word("needs");

    /// <summary>The file that it is written into.</summary>
    public string? FileName => Word("file");

    public string Text => string.Join('\n', Lines);

    public static Block Begun(string fence)
    {
        var words = fence.Trim().TrimStart('`').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Block(words.FirstOrDefault() ?? "", [.. words.Skip(1)], []);
    }

    private string? Word(string name) =>
        Words.FirstOrDefault(word => word.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
