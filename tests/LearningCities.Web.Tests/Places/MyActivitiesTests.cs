namespace LearningCities.Web.Tests.Places;

public class MyActivitiesTests(WebSuite suite)
{
    [Fact]
    public async Task What_comes_is_above_what_was()
    {
        var joined = await Joined.In(suite);
        await joined.Learner.Open(joined.Place);
        await joined.Learner.Press("cancel");
        var next = await joined.Organiser.Offers("Bread baking");
        await joined.Learner.Open($"/{joined.Town.ShortName}/activities/{next}");
        await joined.Learner.Press("");

        await joined.Learner.Open($"/{joined.Town.ShortName}/my-activities");

        string[] order = ["Coming", "Bread baking", "You have a place", "Before", "Fix your own bike", "Given back"];
        var screen = joined.Learner.Screen;
        Assert.Equal(order, order.OrderBy(said => screen.LastIndexOf(said, StringComparison.Ordinal)));
        Assert.True(joined.Learner.Sees($"href=\"{joined.Place}\""));
    }

    [Fact]
    public async Task Who_has_no_place_is_shown_where_to_find_one()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner("Kovács Réka", "hu");

        await learner.Open($"/{town.ShortName}/my-activities");

        Assert.True(learner.Sees("Még nincs helyed"));
        Assert.True(learner.Sees($"href=\"/{town.ShortName}/discover\""));
    }

    [Fact]
    public async Task Nobody_sees_anothers()
    {
        var joined = await Joined.In(suite);
        var (other, _) = await joined.Town.Learner("Nagy Bence");

        await other.Open($"/{joined.Town.ShortName}/my-activities");

        Assert.False(other.Sees("Fix your own bike"));
    }
}
