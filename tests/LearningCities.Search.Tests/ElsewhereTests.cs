namespace LearningCities.Search.Tests;

/// <summary>What another engine is given to keep, and what it is asked for.</summary>
public sealed class ElsewhereTests
{
    private static readonly Passage[] Robotics =
        [new("Robotika a könyvtárban", "hu", 5), new("Robotika kezdőknek, és a C# nyelv", "hu")];

    private static string Robotika => Analysis.Of([new Passage("robotika", "hu")]).Worth[0].Family;

    [Fact]
    public void A_thing_is_its_folded_words_its_spellings_and_what_it_is_worth_for_each_family()
    {
        var analysed = Analysis.Of(Robotics);

        Assert.Equal(
            [["robotika", "a", "konyvtarban"], ["robotika", "kezdoknek", "es", "a", "c#", "nyelv"]], analysed.Passages);
        Assert.Contains(new Spelling("konyvtarban", "könyvtárban", "hu", "konyvtar"), analysed.Spellings);
        var (title, text) = (Worth("konyvtar"), Worth("nyelv"));
        Assert.Equal("könyvtárban", title.Written);
        Assert.InRange(text.Step, 1, title.Step - 1);
        Assert.InRange(title.Step, 1, Search.Worth.Steps);

        Worth Worth(string family) => Assert.Single(analysed.Worth, worth => worth.Family == family);
    }

    [Fact]
    public void A_question_says_what_to_ask_for()
    {
        var question = new Question("\"robotika tábor\" -felnőtt ra");

        Assert.Equal(["robotika", "tabor", "ra"], question.Words.Select(word => word.Form));
        Assert.Contains("robotik", question.Words[0].Stems);
        Assert.Equal(["robo", "robot", "roboti", "robotik"], question.Words[0].Parts.Where(part => part[0] == 'r').Order());
        Assert.Empty(question.Words[2].Parts);
        Assert.True(question.Words[^1].CanGoOn);
        Assert.Equal(["felnott"], question.Unwanted.Select(word => word.Form));
        Assert.Equal([["robotika", "tabor"]], question.Phrases);
        Assert.True(new Question("-felnőtt").IsEmpty);
    }

    [Fact]
    public void What_is_known_says_what_it_means_and_the_exact_spelling_is_worth_most()
    {
        var vocabulary = Known(("könyvtár", 3), ("konyvtar", 1), ("könyvtárban", 2));

        var word = Assert.Single(new Question("könyvtár").Understand(vocabulary).Words);

        Assert.True(word.IsAsTyped);
        Assert.Equal(
            new[] { null, "konyvtar", "könyvtár" }, word.Shares.OrderBy(share => share.Value).Select(share => share.Written));
        Assert.All(word.Shares, share => Assert.Equal("konyvtar", share.Family));
    }

    [Fact]
    public void A_slip_is_found_by_what_is_left_of_it()
    {
        var slip = new Question("robtika").Words[0];
        Assert.Contains(Analysis.RestsOf("robotika"), rest => slip.Rests.Contains(rest));
        Assert.True(slip.CanMean("robotika"));
        Assert.False(slip.CanMean("kerámia"));
        Assert.Empty(new Question("rob").Words[0].Rests);

        var vocabulary = Known(("robotika", 4));
        var understood = new Question("robtika").Understand(vocabulary);

        Assert.False(understood.Words[0].IsAsTyped);
        Assert.Equal(new Correction("robtika", "robotika"), understood.Correction);
        vocabulary.Add(Robotics);
        Assert.Equal(["Robotika"], understood.SnippetOf(Robotics, "hu")!.Pieces.Where(piece => piece.Asked).Select(piece => piece.Text));
    }

    [Fact]
    public void A_form_that_nobody_has_written_belongs_to_the_families_that_have_words_of_its_language()
    {
        var vocabulary = new Vocabulary { Things = 10 };
        vocabulary.Count(Robotika, inScope: 2, inAll: 3);
        vocabulary.Know(Robotika, "en");
        Assert.Empty(new Question("robotikáról").Understand(vocabulary).Words[0].Shares);

        vocabulary.Know(Robotika, "hu");
        var word = new Question("robotikáról").Understand(vocabulary).Words[0];

        var share = Assert.Single(word.Shares);
        Assert.Equal((Robotika, null), (share.Family, share.Written));
        Assert.False(word.IsAsTyped);
    }

    [Fact]
    public void What_nothing_has_in_scope_is_not_there()
    {
        var vocabulary = new Vocabulary { Things = 10 };
        vocabulary.Add("robotika", "hu", 1);
        vocabulary.Count(Robotika, inScope: 0, inAll: 1);

        Assert.Empty(new Question("robotika").Understand(vocabulary).Words[0].Shares);
    }

    private static Vocabulary Known(params (string Written, int Things)[] words)
    {
        var vocabulary = new Vocabulary { Things = 10 };
        foreach (var (written, things) in words)
        {
            vocabulary.Add(written, "hu", things);
        }

        foreach (var family in vocabulary.Uncounted)
        {
            vocabulary.Count(family, 3, 3);
        }

        return vocabulary;
    }
}
