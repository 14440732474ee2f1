using LearningCities.Catalogue.Searching;

namespace LearningCities.Catalogue.Tests.Relevance;

/// <summary>Whether people find what they look for. The floors are what was reached: who changes the ranking must not fall below.</summary>
public sealed class RelevanceTests
{
    private static readonly string[] Languages = ["de", "en", "fr", "hu", "nl", "pl", "sl"];
    private static readonly IReadOnlyList<Need> Needs = Need.All();
    private static readonly FrozenCatalogue Catalogue = new(new ActivitiesInMemory());

    private static readonly List<(Need Need, Typed Typed, IReadOnlyList<string> Found)> Searches =
        [.. Needs.SelectMany(need => need.Asked.Select(typed => (need, typed, Catalogue.Find(need, typed))))];

    [Fact]
    public void A_third_of_the_questions_is_never_tuned_on_and_all_languages_are_asked_in()
    {
        Assert.True(Searches.Count(search => search.Need.HeldOut) * 3 >= Searches.Count);
        Assert.All(Needs, need => Assert.All(need.Judged, judgment => Assert.NotEmpty(judgment.Because)));
        Assert.Equal(Languages, Searches.Select(search => search.Typed.Language).Distinct().Order());
    }

    [Theory]
    [InlineData(false, 0.92)]
    [InlineData(true, 0.915)]
    public void What_serves_best_comes_first(bool heldOut, double floor)
    {
        var searches = Searches.FindAll(search => search.Need.HeldOut == heldOut);

        var gain = searches.Average(search => search.Need.Gain(search.Found));

        Print($"relevance, {(heldOut ? "held out" : "tuned")}: nDCG@10 {gain:0.000} of {searches.Count} queries; "
            + string.Join(", ", searches.GroupBy(search => search.Typed.Language).OrderBy(same => same.Key)
                .Select(same => $"{same.Key} {same.Average(search => search.Need.Gain(search.Found)):0.00}")));
        Assert.True(gain >= floor, $"nDCG@10 was {gain:0.000}. The worst: {Worst(searches, heldOut)}");
    }

    [Theory]
    [InlineData(false, 0.97, 1)]
    [InlineData(true, 1, 1)]
    public void A_slip_leads_to_what_was_meant(bool heldOut, double first, double firstTwenty)
    {
        var slips = Searches.FindAll(search => search.Need.HeldOut == heldOut && search.Typed.Meant is not null);

        var atOnce = slips.Count(search => search.Found is [var hit, ..] && search.Need.GradeOf(hit) >= 2);
        var atAll = slips.Count(search => search.Found.Any(hit => search.Need.GradeOf(hit) == 3));

        Print($"relevance, {(heldOut ? "held out" : "tuned")}: of {slips.Count} slips {atOnce} lead to what was meant at once, {atAll} among twenty");
        Assert.True(atOnce >= first * slips.Count && atAll >= firstTwenty * slips.Count, $"At once {atOnce}, among twenty {atAll} of {slips.Count}.");
    }

    [Fact]
    public void What_is_over_is_not_found() =>
        Assert.All(Searches, search => Assert.Empty(search.Found.Intersect(["defekt", "robotkostolo", "fuszerkert", "nagytakaritas"])));

    // Of those held out nobody is to know which are bad.
    private static string Worst(List<(Need Need, Typed Typed, IReadOnlyList<string> Found)> searches, bool heldOut) => heldOut ? "not told" : string.Join(
        "\n", searches.OrderBy(search => search.Need.Gain(search.Found))
            .Select(search => $"{search.Need.Gain(search.Found):0.00} {search.Typed.Language} {search.Typed.Text} ({search.Need.Sought}): {string.Join(' ', search.Found.Take(6))}"));

    private static void Print(string line) => Console.WriteLine(line);
}
