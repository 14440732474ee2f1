namespace LearningCities.Web.Tests.Forms;

/// <summary>A double tap, the back button, and two tabs.</summary>
public sealed class TwiceTests(WebSuite suite)
{
    [Fact]
    public async Task A_double_tap_publishes_one_activity()
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();
        await staff.Open($"/{town.ShortName}/organisation/activities/new");
        var form = staff.Screen;

        await staff.Press("save", Organisations.EditActivityTests.Workshop());
        var first = staff.Path;
        await staff.Again(form, "save", Organisations.EditActivityTests.Workshop());

        Assert.Equal(first, staff.Path);
    }

    [Fact]
    public async Task A_double_tap_begins_one_pathway()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/pathways");
        var form = learner.Screen;

        await learner.Press("", ("title", "My robot"));
        var first = learner.Path;
        await learner.Again(form, "", ("title", "My robot"));

        Assert.Equal(first, learner.Path);
    }

    [Fact]
    public async Task A_place_that_was_taken_is_shown_to_who_goes_back_and_takes_it_again()
    {
        var door = await Organisations.AtTheDoor.In(suite);
        var (other, _) = await door.Town.Learner("Nagy Bence");
        await other.Open($"/{door.Town.ShortName}/activities/{door.Activity}");
        var form = other.Screen;

        await other.Press("");
        Assert.True(other.Sees("You have a place."));
        await other.Again(form, "");

        Assert.True(other.Sees("You have a place"), other.Screen);
    }

    [Fact]
    public async Task Who_gives_her_place_back_in_two_tabs_has_given_it_back()
    {
        var everything = await Everything.In(suite);
        var learner = everything.Door.Learner;
        await learner.Open(everything.Place);
        var tab = learner.Screen;

        await learner.Press("cancel");
        await learner.Again(tab, "cancel");

        Assert.True(learner.Sees("You have no place here any more."));
    }

    [Fact]
    public async Task In_two_tabs_the_second_is_told_and_keeps_its_words()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/account");
        var tab = learner.Screen;
        await learner.Press("", ("name", "Réka from the first tab"), ("language", "en"));

        await learner.Again(tab, "", ("name", "Réka from the second tab"), ("language", "en"));

        Assert.True(learner.Sees("Somebody changed this meanwhile"));
        Assert.True(learner.Sees("Réka from the second tab"));
        await learner.Press("", ("name", "Réka from the second tab"), ("language", "en"));
        Assert.True(learner.Sees("Saved"));
    }

    [Fact]
    public async Task What_was_cancelled_in_another_tab_cannot_be_changed_and_the_words_are_there_to_copy()
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();
        await staff.Open($"/{town.ShortName}/organisation/activities/new");
        await staff.Press("save", Organisations.EditActivityTests.Workshop());
        await staff.Open(staff.Path.Split('?')[0]);
        var tab = staff.Screen;
        await staff.Press("cancel");

        await staff.Again(tab, "save", Organisations.EditActivityTests.Workshop(("title.en", "Fix any bike")));

        Assert.True(staff.Sees("needs your help"));
        Assert.True(staff.Sees("value=\"Fix any bike\""));
    }
}
