namespace LearningCities.Web.Tests.Discovering;

public class HomeTests(WebSuite suite)
{
    [Fact]
    public async Task The_front_page_asks_what_one_would_like_to_learn_and_shows_what_comes_soon()
    {
        var town = await Town.In(suite);
        var activity = await Organiser.In(town).Offers("Fix your own bike");
        using var visitor = town.Stranger();

        await visitor.Open($"/{town.ShortName}");

        Assert.True(visitor.Sees("What would you like to learn?"));
        Assert.True(visitor.Sees("Fix your own bike"));
        Assert.True(visitor.Sees($"href=\"/{town.ShortName}/activities/{activity}\""));
        Assert.True(visitor.Sees($"href=\"/{town.ShortName}/discover?kind=workshop\""));
        Assert.True(visitor.Sees("one thing"));
    }

    [Fact]
    public async Task Its_search_leads_to_the_list_by_the_address_alone()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();

        await visitor.Open($"/{town.ShortName}");

        Assert.True(visitor.Sees($"<form class=\"find box\" action=\"/{town.ShortName}/discover\" method=\"get\""));
        Assert.DoesNotContain("method=\"post\"", visitor.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_begins_soon_stands_before_what_runs_already()
    {
        var town = await Town.In(suite);
        var organiser = Organiser.In(town);
        await organiser.Offers(
            "Course since autumn", ("startsAt", Organiser.Tomorrow.AddDays(-40)), ("endsAt", Organiser.Tomorrow.AddDays(40)));
        await organiser.Offers("Fix your own bike");
        using var visitor = town.Stranger();

        await visitor.Open($"/{town.ShortName}");

        Assert.Equal(["Fix your own bike", "Course since autumn"], Screens.Between(visitor.Screen, "<p class=\"when\">", "</h3>").Select(Screens.Text));
    }

    [Fact]
    public async Task An_empty_town_has_a_front_page_too()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger("hu");

        await visitor.Open($"/{town.ShortName}");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.True(visitor.Sees("Mit szeretnél megtanulni?"));
        Assert.True(visitor.Sees("most kezdi"));
    }

    [Fact]
    public async Task Another_towns_programme_is_not_shown()
    {
        var (here, there) = (await Town.In(suite), await Town.In(suite));
        await Organiser.In(there).Offers("Fix your own bike");
        using var visitor = here.Stranger();

        await visitor.Open($"/{here.ShortName}");

        Assert.False(visitor.Sees("Fix your own bike"));
    }
}
