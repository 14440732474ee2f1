using System.Runtime.CompilerServices;

namespace LearningCities.Search.Tests;

/// <summary>The example that the library's README shows is this one: it is compiled, and does what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_example_finds_what_it_says()
    {
        // example begins
        var index = new SearchIndex<Course>(new Schema<Course>(c => c.Id, c => [new Passage(c.Title, "hu", Weight: 4), new Passage(c.Text, "hu")])
            .Values("kind", c => [c.Kind])
            .Number("price", c => c.Price)
            .Point("place", c => c.Place));

        index.Apply(put: Courses, remove: []);

        var answer = index.Search(new Query
        {
            Text = "robtika", // a slip
            Filters = [Filter.Any("kind", "workshop"), Filter.Near("place", new Position(46.25, 20.14), metres: 5000)],
            Facets = [new("kind"), new("price", [("free", 0, 1), ("paid", 1, null)])],
        });

        // answer.Hits[0].Item.Title is "Robotika kezdőknek", answer.Correction is robtika → robotika,
        // answer.Facets["kind"] counts workshops and courses, although only workshops are shown.
        // example ends
        Assert.Equal("Robotika kezdőknek", answer.Hits.Single().Item.Title);
        Assert.Equal(new Correction("robtika", "robotika"), answer.Correction);
        Assert.Equal([new("course", 1), new("workshop", 1)], answer.Facets["kind"]);
    }

    [Fact]
    public void The_readme_shows_this_example()
    {
        var path = ThisFile();
        var code = File.ReadAllLines(path).SkipWhile(line => !line.EndsWith("// example begins", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.EndsWith("// example ends", StringComparison.Ordinal));
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "../../src/LearningCities.Search/README.md"));

        Assert.Contains(string.Join('\n', code.Select(line => line.Length > 4 ? line[4..] : line)), readme.ReplaceLineEndings("\n"));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private sealed record Course(Guid Id, string Title, string Text, string Kind, long Price, Position Place);

    private static readonly Course[] Courses =
    [
        new(Shelf.Number(1), "Robotika kezdőknek", "Roboték", "workshop", 0, new(46.251, 20.141)),
        new(Shelf.Number(2), "Robotika haladóknak", "", "course", 5000, new(46.252, 20.142)),
        new(Shelf.Number(3), "Robotika messze", "", "workshop", 0, new(47.5, 19.04)),
    ];
}
