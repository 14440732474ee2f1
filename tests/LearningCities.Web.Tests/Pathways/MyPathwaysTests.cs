namespace LearningCities.Web.Tests.Pathways;

public class MyPathwaysTests(WebSuite suite)
{
    [Fact]
    public async Task A_name_begins_a_pathway()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/pathways");
        Assert.True(learner.Sees("You have no pathway yet"));

        await learner.Press("", ("title", "From bike fan to bike mechanic"));

        Assert.Matches($"^/{town.ShortName}/pathways/[0-9a-f-]{{36}}$", learner.Path);
        Assert.True(learner.Sees("No steps yet"));
        await learner.Open($"/{town.ShortName}/pathways");
        Assert.True(learner.Sees("From bike fan to bike mechanic"));
        Assert.True(learner.Sees("0 of 0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    public async Task Without_a_name_it_does_not_begin(string typed)
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner("Kovács Réka", "hu");
        await learner.Open($"/{town.ShortName}/pathways");

        await learner.Press("", ("title", typed));

        Assert.True(learner.Sees("href=\"#title\">Adj nevet az útnak"));
        Assert.True(learner.Sees("Még nincs utad"));
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_asked_for_again_and_stays()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/pathways");
        var typed = new string('a', 201);

        await learner.Press("", ("title", typed));

        Assert.True(learner.Sees("Give the pathway a name"));
        Assert.True(learner.Sees($"value=\"{typed}\""));
    }

    [Fact]
    public async Task Nobody_sees_anothers()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/pathways");
        await learner.Press("", ("title", "My robot"));
        var (other, _) = await town.Learner("Nagy Bence");

        await other.Open($"/{town.ShortName}/pathways");
        Assert.False(other.Sees("My robot"));
        await other.Open(learner.Path);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }
}
