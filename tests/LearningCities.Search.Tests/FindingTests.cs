namespace LearningCities.Search.Tests;

public sealed class FindingTests
{
    private static readonly SearchIndex<Book> Shelf = Tests.Shelf.Of(
        "Robotika kezdőknek", "Fazekasműhely", "Úszás a Tiszában", "Főzőtanfolyam", "Kertészkedés nyugdíjasoknak");

    [Theory]
    [InlineData("robotika", "Robotika kezdőknek")]
    [InlineData("ROBOTIKA", "Robotika kezdőknek")]
    [InlineData("robotikát", "Robotika kezdőknek")] // another form
    [InlineData("rob", "Robotika kezdőknek")] // its beginning
    [InlineData("robotkia", "Robotika kezdőknek")] // a slip
    [InlineData("rbotika kezdoknek", "Robotika kezdőknek")]
    [InlineData("fozotanfolyam", "Főzőtanfolyam")] // without accents
    [InlineData("főzötanfolyam", "Főzőtanfolyam")] // with the wrong ones
    [InlineData("fozotamfolyan", "Főzőtanfolyam")] // two slips in a long word
    [InlineData("fazkas", "Fazekasműhely")] // a slip in a beginning
    [InlineData("a tiszában", "Úszás a Tiszában")] // small words say nothing
    public void It_is_found_as_people_type(string text, string expected) => Assert.Equal([expected], Shelf.Find(text));

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("usz bcd")]
    [InlineData("2024")]
    public void What_is_not_there_is_not_made_up(string text) =>
        Assert.DoesNotContain("Fazekasműhely", Shelf.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    public void Who_asks_for_nothing_gets_everything(string text) => Assert.Equal(5, Shelf.Find(text).Count());

    [Theory]
    [InlineData("robtika", "robotika")]
    [InlineData("uszsa tisza", "úszás tisza")]
    public void A_slip_is_mended_and_said(string asked, string used) => Assert.Equal(
        new Correction(asked, used), Shelf.Search(new Query { Text = asked }).Correction);

    [Fact]
    public void What_was_typed_well_is_not_corrected() =>
        Assert.Null(Shelf.Search(new Query { Text = "főzőtanfolyam" }).Correction);

    [Fact]
    public void All_words_are_wanted_where_something_has_them_all()
    {
        var shelf = Tests.Shelf.Of("Robotika gyerekeknek", "Robotika", "Gyerekeknek mese");

        Assert.Equal(["Robotika gyerekeknek"], shelf.Find("robotika gyerekeknek"));
        Assert.Equal(["Robotika gyerekeknek"], shelf.Find("robotika gyerekeknek xyzzy")); // and most, where nothing has all
    }

    [Fact]
    public void Where_few_have_all_words_those_with_the_rarer_ones_follow()
    {
        var shelf = Tests.Shelf.Of("Robotika gyerekeknek", "Robotika", "Gyerekeknek mese", "Gyerekeknek tánc", "Fazekasság");

        var found = shelf.Search(new Query { Text = "robotika gyerekeknek", Enough = 3 }).Hits.Select(hit => hit.Item.Title).ToList();

        Assert.Equal(["Robotika gyerekeknek", "Robotika"], found[..2]);
        Assert.DoesNotContain("Fazekasság", found);
        Assert.Single(shelf.Search(new Query { Text = "\"robotika gyerekeknek\"", Enough = 3 }).Hits); // quotes are meant
    }

    [Theory]
    [InlineData("kosárlabda", "Kosár")] // it begins with it
    [InlineData("esteledés", "Estel")]
    [InlineData("néptánc", "Táncház és tánc")] // it ends with it
    [InlineData("hol lehet táncolni", "Táncház és tánc")] // what questions begin with says nothing
    public void A_long_word_leads_to_what_it_is_made_of(string text, string expected) =>
        Assert.Equal(expected, Tests.Shelf.Of("Kosár", "Estel", "Táncház és tánc").Find(text).First());

    [Fact]
    public void A_title_says_more_than_a_text()
    {
        var shelf = Tests.Shelf.Empty();
        shelf.Apply(
            [
                new Book(Tests.Shelf.Number(1), "Kirándulás", Text: "Útközben robotika is szóba kerül."),
                new Book(Tests.Shelf.Number(2), "Robotika"),
            ],
            []);

        Assert.Equal(["Robotika", "Kirándulás"], shelf.Find("robotika"));
    }

    [Fact]
    public void Slips_are_judged_by_what_can_be_found_at_all()
    {
        var query = new Query { Text = "kertészet", Scope = [Filter.Any("title", "Fazekasműhely", "Főzőtanfolyam")] };

        Assert.Empty(Shelf.Search(query).Hits);
    }

    [Fact]
    public void What_was_asked_for_is_shown_where_it_stands()
    {
        var hit = Shelf.Search(new Query { Text = "uszas", Language = "hu" }).Hits[0];

        Assert.Equal([new("Úszás", true), new(" a Tiszában", false)], hit.Snippet!.Pieces);
    }

    [Fact]
    public void A_long_text_is_cut_between_words()
    {
        var shelf = Tests.Shelf.Empty();
        shelf.Apply([new Book(Tests.Shelf.Number(1), "Napló", Text: $"{Filling(80)}robotika {Filling(80)}")], []);

        var pieces = shelf.Search(new Query { Text = "robotika" }).Hits[0].Snippet!.Pieces;

        Assert.Equal(("…", "…"), (pieces[0].Text, pieces[^1].Text));
        Assert.InRange(pieces.Sum(piece => piece.Text.Length), 100, 250);
    }

    [Theory]
    [InlineData(47.4979, 19.0402, 46.2530, 20.1414, 161_800)] // Budapest, Szeged
    [InlineData(0, 179.9, 0, -179.9, 22_239)] // across the line where days change
    [InlineData(46.25, 20.14, 46.25, 20.14, 0)]
    public void Distances_are_as_the_crow_flies(double north, double east, double otherNorth, double otherEast, double metres) =>
        Assert.Equal(metres, new Position(north, east).To(new Position(otherNorth, otherEast)), tolerance: metres * 0.005);

    private static string Filling(int words) => string.Concat(Enumerable.Repeat("szöveg ", words));
}
