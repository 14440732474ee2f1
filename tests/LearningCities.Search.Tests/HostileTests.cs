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

    [Fact]
    public void A_page_of_nothing_is_empty_and_an_unknown_field_is_said()
    {
        var shelf = Shelf.Of("Robotika");

        Assert.Empty(shelf.Search(new Query { Limit = 0 }).Hits);
        Assert.Equal(1, shelf.Search(new Query { Limit = -5 }).Total);
        Assert.Contains("colour", Assert.Throws<ArgumentException>(() => shelf.Search(new Query { Facets = [new("colour")] })).Message);
    }
}
