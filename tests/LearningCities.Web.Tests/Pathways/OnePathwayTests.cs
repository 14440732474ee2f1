namespace LearningCities.Web.Tests.Pathways;

public class OnePathwayTests(WebSuite suite)
{
    [Fact]
    public async Task Steps_are_added_done_and_undone()
    {
        var learner = await OnHerWay();
        await learner.Press("add", ("task", "Ask Ádám how he began"));
        await learner.Press("add", ("task", "Mend a tyre"));
        Assert.True(learner.Sees("0 of 2"));

        await learner.Press(Button(learner, "done"));
        Assert.True(learner.Sees("1 of 2"));
        await learner.Press(Button(learner, "undone"));
        Assert.True(learner.Sees("0 of 2"));
    }

    [Fact]
    public async Task When_all_is_done_the_pathway_is_completed()
    {
        var learner = await OnHerWay();
        await learner.Press("add", ("task", "Mend a tyre"));
        await learner.Press("add", ("task", "Paint the frame"), ("optional", "true"));
        Assert.True(learner.Sees("0 of 1")); // what she may leave out does not count

        await learner.Press(Button(learner, "done"));

        Assert.True(learner.Sees("Completed"));
        Assert.True(learner.Sees("All steps done on"));
    }

    [Fact]
    public async Task Steps_change_places_and_are_removed()
    {
        var learner = await OnHerWay();
        await learner.Press("add", ("task", "Mend a tyre"));
        await learner.Press("add", ("task", "Find a bike"));

        await learner.Press(Button(learner, "up"));
        Assert.True(Position(learner, "Find a bike") < Position(learner, "Mend a tyre"));

        await learner.Press(Button(learner, "remove"));
        Assert.False(learner.Sees("Find a bike"));
        Assert.True(learner.Sees("0 of 1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    public async Task A_task_without_words_is_asked_for_beside_the_field(string typed)
    {
        var learner = await OnHerWay();

        await learner.Press("add", ("task", typed), ("optional", "true"));

        Assert.True(learner.Sees("href=\"#task\">Write the task in a few words"));
        Assert.True(learner.Sees("id=\"task-e\""));
        Assert.True(learner.Sees("name=\"optional\" value=\"true\" checked")); // what was right stays
    }

    [Fact]
    public async Task A_double_tap_adds_one_step()
    {
        var learner = await OnHerWay();
        var form = learner.Screen;

        await learner.Again(form, "add", ("task", "Mend a tyre"));
        await learner.Again(form, "add", ("task", "Mend a tyre"));

        Assert.True(learner.Sees("0 of 1"));
    }

    [Fact]
    public async Task Of_two_windows_the_second_is_told_that_it_shows_an_old_state()
    {
        var learner = await OnHerWay();
        await learner.Press("add", ("task", "Mend a tyre"));
        var window = learner.Screen;
        var remove = Button(learner, "remove");
        await learner.Press("add", ("task", "Find a bike"));

        await learner.Again(window, remove);

        Assert.True(learner.Sees("Somebody changed this meanwhile."));
        Assert.True(learner.Sees("Mend a tyre"));
        Assert.True(learner.Sees("Find a bike"));
    }

    [Fact]
    public async Task In_Hungarian()
    {
        var learner = await OnHerWay("hu");

        await learner.Press("add", ("task", "Megfoltozok egy belsőt"));

        Assert.True(learner.Sees("0 / 1"));
        Assert.True(learner.Sees("Megcsináltam"));
    }

    [Fact]
    public async Task A_button_that_the_page_does_not_have_does_nothing()
    {
        var learner = await OnHerWay();
        var form = learner.Screen.Replace("value=\"add\"", "value=\"explode\"", StringComparison.Ordinal);

        await learner.Again(form, "explode");

        Assert.Equal(HttpStatusCode.NotFound, learner.Status);
    }

    private async Task<Visitor> OnHerWay(string language = "en")
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner("Kovács Réka", language);
        await learner.Open($"/{town.ShortName}/pathways");
        await learner.Press("", ("title", "From bike fan to bike mechanic"));
        return learner;
    }

    private static string Button(Visitor learner, string does) =>
        $"{does}:{Screens.Between(learner.Screen, $"name=\"do\" value=\"{does}:", "\"").First()}";

    private static int Position(Visitor learner, string step) => learner.Screen.IndexOf(step, StringComparison.Ordinal);
}
