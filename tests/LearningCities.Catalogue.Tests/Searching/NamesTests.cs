using LearningCities.Catalogue.Searching;

namespace LearningCities.Catalogue.Tests.Searching;

public sealed class NamesTests
{
    private static readonly string[] Languages = ["de", "en", "fr", "hu", "nl", "pl", "sl"];

    public static TheoryData<string> Kinds => [.. Words.Kinds.Split(' ')];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_name_in_all_languages_that_are_searched(string kind) =>
        Assert.Equal(Languages, Names.OfKind(kind, 1).Select(name => name.Language).Order());

    [Fact]
    public void A_skill_without_a_name_is_called_as_it_is_filed() =>
        Assert.Equal("glass blowing", Assert.Single(Names.OfSkill("glass-blowing", 3)).Text);

    [Fact]
    public void What_costs_nothing_is_free_in_all_languages() => Assert.Equal(Languages, Names.OfFree(1).Select(name => name.Language).Order());
}
