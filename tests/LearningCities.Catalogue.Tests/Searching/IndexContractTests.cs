using LearningCities.Catalogue.Searching;
using LearningCities.Search;

namespace LearningCities.Catalogue.Tests.Searching;

/// <summary>What every engine has to do, each test in a city of its own.</summary>
public sealed class IndexContractTests(Engines engines) : IClassFixture<Engines>
{
    private static readonly LocalizedText Nothing = new([]);

    private readonly Guid _city = Engines.NewCity();
    private long _changes;

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_city_nobody_published_in_has_nothing(string engine)
    {
        var answer = await Find(engines.Of(engine), "robotika");

        Assert.Equal(0, answer.Total);
        Assert.All(answer.Facets.Values, Assert.Empty);
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_exact_spelling_comes_before_other_accents_and_those_before_other_forms(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Kertészetben"), Titled("kerteszet"), Titled("Kertészet"));

        Assert.Equal(["Kertészet", "kerteszet", "Kertészetben"], Titles(await Find(index, "kertészet")));
        Assert.Equal(["kerteszet", "Kertészet", "Kertészetben"], Titles(await Find(index, "kerteszet")));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_title_weighs_more_than_a_description(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Tábor") with { Description = new("hu", "Robotika is lesz") }, Titled("Robotika"));

        Assert.Equal(["Robotika", "Tábor"], Titles(await Find(index, "robotika")));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Words_in_quotes_stand_together_and_in_one_text(string engine)
    {
        var index = engines.Of(engine);
        await Has(
            index, Titled("Digitális fotózás"), Titled("Fotózás, digitális is"), Titled("Digitális") with { Summary = new("hu", "fotózás") });

        Assert.Equal(["Digitális fotózás"], Titles(await Find(index, "\"digitalis fotozas\"")));
        Assert.Equal(3, (await Find(index, "digitális fotózás")).Total);
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_word_with_a_minus_is_not_there_in_any_form(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Robotika"), Titled("Robotika felnőtteknek"));

        Assert.Equal(["Robotika"], Titles(await Find(index, "robotika -felnőtt")));
        Assert.Equal(["Robotika"], Titles(await Find(index, "-felnőtt")));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Where_nothing_has_all_words_what_has_most_of_them_comes_first(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Robotika gyerekeknek"), Titled("Kerámia"), Titled("Robotika"));

        Assert.Equal(["Robotika gyerekeknek", "Kerámia"], Titles(await Find(index, "robotika gyerekeknek kerámia")));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Where_few_things_have_all_words_those_with_some_follow_unless_that_is_little_or_not_wanted(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Robotika, kerámia"), Titled("Robotika"), Titled("Kerámia"), Titled("Sakk"));

        var answer = await Find(index, "robotika kerámia");
        Assert.Equal("Robotika, kerámia", Titles(answer).First());
        Assert.Equal(["Kerámia", "Robotika"], Titles(answer).Skip(1).Order());
        Assert.Equal(3, answer.Total);
        Assert.Equal(new Count("free", 3), Assert.Single(answer.Facets["price"]));
        Assert.Equal(["Sakk", "Kerámia"], Titles(await Find(index, "sakk kerámia -robotika")));

        await Has(index, [.. Enumerable.Range(0, 4).Select(_ => Titled("Kerámia robotikával"))]);
        Assert.Equal(5, (await Find(index, "robotika kerámia")).Total);
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_word_that_nobody_has_written_leads_to_what_it_begins_or_ends_with(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Kosár"), Titled("Kerámia"));

        Assert.Equal(["Kosár"], Titles(await Find(index, "kosárlabda")));
        Assert.Equal(["Kosár"], Titles(await Find(index, "labdakosár")));
        Assert.Null((await Find(index, "labdakosár")).Correction);
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_beginning_that_may_as_well_be_a_slip_leads_to_both(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Formázás"), Titled("Fórum"), Titled("Kerámia"));

        Assert.Equal(["Fórum", "Formázás"], Titles(await Find(index, "form")));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_slip_is_mended_and_the_words_are_marked(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Robotika kezdőknek"), Titled("Kerámia"));

        var answer = await Find(index, "robtika");

        Assert.Equal(new Correction("robtika", "robotika"), answer.Correction);
        Assert.Equal([new("Robotika", true), new(" kezdőknek", false)], Assert.Single(answer.Hits).Snippet!.Pieces);
        Assert.Equal(["Robotika kezdőknek"], Titles(await Find(index, "robotikka kezd")));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Signs_of_the_engines_own_language_are_only_signs(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("C# és C++"), Titled("Kerámia"));

        Assert.Equal(["C# és C++"], Titles(await Find(index, "c#")));
        Assert.Equal(["C# és C++"], Titles(await Find(index, "C++")));
        foreach (var hostile in new[] { "*", "~", "a:b", "(", "\\", "\"", "{\"match_all\":{}}", "- -", new string('x', 200), string.Join(' ', Enumerable.Range(0, 60)) })
        {
            await Find(index, hostile);
        }
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_is_said_anew_takes_the_place_of_what_was_said_and_never_the_other_way_round(string engine)
    {
        var index = engines.Of(engine);
        var before = Titled("Kerámia");
        var after = before with { Title = new("hu", "Fazekasság"), ChangeNumber = ++_changes };
        await Has(index, after);
        if (index.IsShared)
        {
            await index.Apply(_city, [before], CancellationToken.None); // from a process that is slower
        }

        await Has(index, Titled("Később")); // so that what was written before it can be seen

        Assert.Empty((await Find(index, "kerámia")).Hits);
        Assert.Equal(["Fazekasság"], Titles(await Find(index, "fazekasság")));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_was_cancelled_is_found_no_more_and_does_not_come_back(string engine)
    {
        var index = engines.Of(engine);
        var there = Titled("Kerámia");
        await Has(index, there, Titled("Robotika"));

        await index.Apply(_city, [there with { Cancelled = true, ChangeNumber = ++_changes }], CancellationToken.None);
        await Engines.Has(index, _city, 1);
        if (index.IsShared)
        {
            await index.Apply(_city, [there], CancellationToken.None);
            await Has(index, Titled("Később"));
        }

        Assert.Empty((await Find(index, "kerámia")).Hits);
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Another_citys_activities_are_neither_found_nor_counted(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Robotika"));
        await index.Apply(Engines.NewCity(), [Titled("Robotika másutt")], CancellationToken.None);

        Assert.Equal(["Robotika"], Titles(await Find(index, "robotika")));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_index_made_anew_is_searched_when_it_is_whole(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Régi"));
        var anew = await index.Anew(_city, CancellationToken.None);
        await anew.Apply([Titled("Új"), Titled("Újabb")], CancellationToken.None);
        Assert.Equal(["Régi"], Titles(await Find(index, "")));

        Assert.Equal(2, await anew.TakePlace(CancellationToken.None));

        Assert.Equal(["Új", "Újabb"], Titles(await Find(index, "")).Order());
        await Has(index, Titled("Legújabb"));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task It_says_how_large_it_is(string engine)
    {
        var index = engines.Of(engine);
        await Has(index, Titled("Robotika"), Titled("Kerámia"));

        var size = await index.Measure(_city, CancellationToken.None);

        Assert.Equal(2, size.Activities);
        Assert.True(size.Bytes > 0);
        Assert.Null(await index.Complaint(CancellationToken.None));
    }

    private IndexedActivity Titled(string title) => new(
        Engines.NewCity(), new("hu", title), Nothing, Nothing, "workshop", "onsite", Engines.Now.AddDays(1), Engines.Now.AddDays(2), new(0, "HUF"),
        null, Guid.Empty, Nothing, [], [], [], null, Cancelled: false)
    {
        ChangeNumber = ++_changes,
    };

    /// <summary>Puts these in, beside what is there.</summary>
    private async Task Has(IActivityIndex index, params IndexedActivity[] activities)
    {
        var before = (await Find(index, "")).Total;
        await index.Apply(_city, activities, CancellationToken.None);
        await Engines.Has(index, _city, before + activities.Length);
    }

    private Task<Answer<IndexedActivity>> Find(IActivityIndex index, string text) =>
        index.Find(_city, new ActivityQuestion { Now = Engines.Now, Text = text, Language = "hu" }, CancellationToken.None);

    private static IEnumerable<string> Titles(Answer<IndexedActivity> answer) => answer.Hits.Select(hit => hit.Item.Title["hu"]!);
}
