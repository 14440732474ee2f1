using System.Globalization;
using CsCheck;

namespace LearningCities.Search.Tests;

public sealed class HostileTests
{
    private static readonly Gen<string> Texts = Gen.Frequency<string>(
        (3, Gen.String),
        (3, Gen.OneOf("robot", "robotka", "-", "\"", " ", "kezdő", "a", "ß", "\u0301", "C++", "--", "„", "\0", "\ud800", "𝒜").Array[0, 30].Select(parts => string.Concat(parts))),
        (1, Gen.Char.Array[0, 3000].Select(letters => new string(letters))));

    // FUZZ=1000000 asks that many times: for who has changed how questions are read.
    private static readonly int Times =
        int.TryParse(Environment.GetEnvironmentVariable("FUZZ"), CultureInfo.InvariantCulture, out var times) ? times : 20_000;

    [Fact]
    public void Whatever_is_asked_is_answered()
    {
        var shelf = Shelf.Of("Robotika kezdőknek", "Fazekasműhely", "C++ haladóknak", "ßtraße œuvre");

        Texts.Sample(
            text =>
            {
                var answer = shelf.Search(new Query { Text = text, Language = "hu", Facets = [new("title")] });
                Assert.InRange(answer.Hits.Count, 0, 4);
                Assert.NotNull(shelf.Suggest(text));
            },
            iter: Times);
    }

    [Fact]
    public void Whatever_is_put_in_is_found_and_goes_again() => Gen.Select(Texts, Texts).Sample(
        (title, text) =>
        {
            var shelf = Shelf.Of("Robotika");
            shelf.Apply([new Book(Shelf.Number(7), title, Text: text)], []);
            var query = new Query { Limit = 10 };
            Assert.Equal(2, shelf.Search(query).Total);
            shelf.Apply([], [Shelf.Number(7)]);
            Assert.Equal("Robotika", shelf.Search(query).Hits.Single().Item.Title);
        },
        iter: 300);

    /// <summary>
    /// What a question may cost at most, for each thing there is: sixteen words, each with its beginnings, as many that must not be
    /// there, and phrases, which read the texts. Nobody who asks can make a search go on and on.
    /// </summary>
    private const int MostSteps = 64;

    [Fact]
    public void No_question_costs_more_than_it_may()
    {
        var shelf = Shelf.Empty();
        string[] words = [.. Enumerable.Range(0, 40).Select(word => $"szo{(char)('a' + (word / 6))}{(char)('a' + (word % 6))}")];
        var random = new Random(5);
        shelf.Apply(
            Enumerable.Range(0, 5000).Select(number => new Book(
                Shelf.Number(number), "Robotika", Text: string.Join(' ', Enumerable.Range(0, 60).Select(_ => words[random.Next(words.Length)])))),
            []);
        string[] hostile =
        [
            string.Join(' ', words[..16]),
            string.Join(' ', words[..16].Select(word => word[..3])),
            string.Join(' ', words[..16].Select(word => word[1..])),
            string.Join(' ', words.Select(word => $"-{word}")),
            string.Join(' ', Enumerable.Range(0, 30).Select(phrase => $"\"{words[phrase]} {words[phrase + 1]} {words[phrase + 2]}\"")),
            $"\"{string.Join(' ', words)}\"",
            string.Join(' ', Enumerable.Range(0, 200).Select(word => $"{words[word % 40]}x{word}")),
        ];

        foreach (var text in hostile)
        {
            var before = shelf.Steps;
            shelf.Search(new Query { Text = text, Facets = [new("title")], Enough = 5 });
            Assert.InRange((shelf.Steps - before) / 5000.0, 0, MostSteps);
            TestContext.Current.TestOutputHelper!.WriteLine($"{(shelf.Steps - before) / 5000.0:0.0} for each thing: {text[..Math.Min(60, text.Length)]}");
        }
    }

    [Fact]
    public void A_page_of_nothing_is_empty_and_an_unknown_field_is_said()
    {
        var shelf = Shelf.Of("Robotika");

        Assert.Empty(shelf.Search(new Query { Limit = 0 }).Hits);
        Assert.Equal(1, shelf.Search(new Query { Limit = -5 }).Total);
        Assert.Contains("colour", Assert.Throws<ArgumentException>(() => shelf.Search(new Query { Facets = [new("colour")] })).Message);
    }
}
