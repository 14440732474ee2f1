using LearningCities.Web.Tests.Discovering;

namespace LearningCities.Web.Tests.Pathways;

public class AddToPathwayTests(WebSuite suite)
{
    [Fact]
    public async Task An_activity_becomes_the_first_step_of_a_new_pathway()
    {
        var (town, learner, activity) = await Found();
        await learner.Open($"/{town.ShortName}/pathways/add?activity={activity}");

        await Adds(learner, ("title", "From bike fan to bike mechanic"));

        Assert.StartsWith($"/{town.ShortName}/pathways/", learner.Path, StringComparison.Ordinal);
        Assert.True(learner.Sees("From bike fan to bike mechanic"));
        Assert.True(learner.Sees("Fix your own bike"));
        Assert.True(learner.Sees("Take a place first."));
        Assert.True(learner.Sees("0 of 1"));
    }

    [Fact]
    public async Task Or_the_next_step_of_one_that_there_is_already()
    {
        var (town, learner, activity) = await Found();
        await learner.Open($"/{town.ShortName}/pathways");
        await learner.Press("", ("title", "My robot"));
        var pathway = learner.Path;
        await learner.Open($"/{town.ShortName}/pathways/add?activity={activity}");
        Assert.True(learner.Sees("My robot"));

        await Adds(learner, ("pathway", pathway.Split('/')[^1]), ("title", ""));
        Assert.Equal(pathway, learner.Path);
        Assert.True(learner.Sees("Fix your own bike"));

        await learner.Open($"/{town.ShortName}/pathways/add?activity={activity}");
        await learner.Press("", ("pathway", pathway.Split('/')[^1]), ("title", "")); // once more: it is there
        Assert.Equal(pathway, learner.Path);
        Assert.True(learner.Sees("0 of 1"));
    }

    [Fact]
    public async Task A_place_that_one_has_is_shown_on_the_way()
    {
        var (town, learner, activity) = await Found();
        await learner.Open($"/{town.ShortName}/pathways/add?activity={activity}");
        await Adds(learner, ("title", "My robot"));
        var pathway = learner.Path;
        await learner.Open($"/{town.ShortName}/activities/{activity}");
        await learner.Press("");

        await learner.Open(pathway);

        Assert.True(learner.Sees("You have a place."));
        Assert.True(learner.Sees("Show my code"));
    }

    [Fact]
    public async Task A_new_one_without_a_name_is_asked_for_beside_the_field()
    {
        var (town, learner, activity) = await Found();
        await learner.Open($"/{town.ShortName}/pathways/add?activity={activity}");

        await learner.Press("", ("title", ""), ("optional", "true"));

        Assert.True(learner.Sees("href=\"#title\">Give the pathway a name"));
        Assert.True(learner.Sees("name=\"optional\" value=\"true\" checked"));
    }

    [Fact]
    public async Task Somebody_elses_pathway_takes_nothing()
    {
        var (town, learner, activity) = await Found();
        var (other, _) = await town.Learner("Nagy Bence");
        await other.Open($"/{town.ShortName}/pathways");
        await other.Press("", ("title", "Bence's way"));
        await learner.Open($"/{town.ShortName}/pathways/add?activity={activity}");

        await learner.Press("", ("pathway", other.Path.Split('/')[^1]), ("title", ""));

        Assert.True(learner.Sees("role=\"alert\""));
        await other.Open(other.Path);
        Assert.False(other.Sees("Fix your own bike"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?activity=nonsense")]
    [InlineData("?activity=01980000-0000-7000-8000-000000000000")]
    public async Task An_activity_that_there_is_not_is_put_nowhere(string query)
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open($"/{town.ShortName}/pathways/add{query}");

        Assert.Equal(HttpStatusCode.NotFound, learner.Status);
    }

    private async Task<(Town Town, Visitor Learner, Guid Activity)> Found()
    {
        var town = await Town.In(suite);
        var activity = await Organiser.In(town).Offers("Fix your own bike");
        var (learner, _) = await town.Learner();
        return (town, learner, activity);
    }

    /// <summary>Pathways hears of an activity by an event; until then the page says so, and the form is still there.</summary>
    private static Task Adds(Visitor learner, params (string, string)[] typed) => Eventually.Holds(async () =>
    {
        await learner.Press("", typed);
        return !learner.Path.Contains("/pathways/add", StringComparison.Ordinal);
    });
}
