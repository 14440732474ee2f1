namespace LearningCities.Search.Tests;

/// <summary>What a text may ask beside words.</summary>
public sealed class TextQuestionTests
{
    [Theory]
    [InlineData("\"kezdő robotika\"", "Kezdő robotika")]
    [InlineData("„kezdo robotika”", "Kezdő robotika")] // other quotes, no accents
    [InlineData("\"robotika kezdő\" szakkör", "Robotika kezdő szakkör")]
    public void Words_in_quotes_stand_together(string text, string expected)
    {
        var shelf = Shelf.Of("Kezdő robotika", "Robotika kezdő szakkör", "Kezdő haladó robotika");

        Assert.Equal([expected], shelf.Find(text));
    }

    [Fact]
    public void A_phrase_does_not_go_from_one_passage_into_the_next()
    {
        var shelf = Shelf.Empty();
        shelf.Apply([new Book(Shelf.Number(1), "Kezdő", Text: "robotika")], []);

        Assert.Empty(shelf.Find("\"kezdő robotika\""));
        Assert.Single(shelf.Find("kezdő robotika"));
    }

    [Theory]
    [InlineData("robotika -kezdő", "Robotika haladó")]
    [InlineData("-robotika", "Fazekas")]
    [InlineData("robotika-kezdő", "Robotika kezdő")] // a hyphen between words is none
    public void What_is_not_wanted_is_left_out(string text, string expected)
    {
        var shelf = Shelf.Of("Robotika kezdő", "Robotika haladó", "Fazekas");

        Assert.Equal(expected.Split(','), shelf.Find(text).Order());
    }

    [Fact]
    public void As_it_is_spelled_comes_first()
    {
        var shelf = Shelf.Of("Korok", "Körök", "Kórok", "Körökben");

        Assert.Equal("Körök", shelf.Find("körök").First());
        Assert.Equal("Kórok", shelf.Find("kórok").First());
        Assert.Equal(4, shelf.Find("körök").Count());
    }

    [Fact]
    public void A_word_that_goes_on_is_suggested_the_most_frequent_first()
    {
        var shelf = Shelf.Of("Robotika", "Robotika kezdőknek", "Robotverseny", "Rózsák");

        Assert.Equal([new("robotika", 2), new("robotverseny", 1)], shelf.Suggest("kezdő rob"));
        shelf.Apply([], [Shelf.Number(2)]);
        Assert.Equal(["robotika"], shelf.Suggest("ROB").Select(suggestion => suggestion.Word));
        Assert.Empty(shelf.Suggest(""));
    }

    [Fact]
    public void It_says_why_a_thing_was_found()
    {
        var shelf = Shelf.Of("Robotika kezdőknek", "Robotika", "Fazekas");

        var why = shelf.Explain(new Query { Text = "robotikát kezdoknek" }, Shelf.Number(0))!;

        Assert.Equal([("robotikat", "robotika"), ("kezdoknek", "kezdőknek")], why.Reasons.Select(reason => (reason.Word, reason.Found.Single())));
        Assert.Equal(why.Score, why.Reasons.Sum(reason => reason.Score), tolerance: 0.001);
        Assert.True(why.Reasons[1].Score > why.Reasons[0].Score); // the rarer word says more
        Assert.Null(shelf.Explain(new Query { Text = "robotika" }, Shelf.Number(9)));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void What_is_near_comes_before_what_is_far_when_it_is_lifted(int near, int far)
    {
        var here = new Position(46.25, 20.14);
        var shelf = new SearchIndex<Book>(new Schema<Book>(book => book.Id, book => [new Passage(book.Title)])
            .Point("place", book => book.Id == Shelf.Number(near) ? here : new Position(46.35, 20.14)));
        shelf.Apply([new Book(Shelf.Number(1), "Sakk"), new Book(Shelf.Number(2), "Sakk")], []);

        var hits = shelf.Search(new Query { Text = "sakk", Lifts = [Lift.Nearness("place", here, 1000)] }).Hits;

        Assert.Equal([Shelf.Number(near), Shelf.Number(far)], hits.Select(hit => hit.Item.Id));
    }
}
