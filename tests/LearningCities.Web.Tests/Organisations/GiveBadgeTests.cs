namespace LearningCities.Web.Tests.Organisations;

public class GiveBadgeTests(WebSuite suite)
{
    [Fact]
    public async Task Somebody_who_came_is_given_a_badge_and_sees_it()
    {
        var (door, badge) = await Begins();

        await door.Staff.Press("give", ("badge", badge), ("because", "Built a wheel alone."), ("evidence", ""));

        Assert.True(door.Staff.Sees("The badge is given."));
        await door.Learner.Open($"/{door.Town.ShortName}/badges");
        Assert.True(door.Learner.Sees("Wheel builder"));
    }

    [Fact]
    public async Task Without_a_reason_it_is_not_given_and_what_was_chosen_stays()
    {
        var (door, badge) = await Begins();

        await door.Staff.Press("give", ("badge", badge), ("because", ""), ("evidence", "see my desk"));

        Assert.True(door.Staff.Sees("Write what the person did"));
        Assert.True(door.Staff.Sees("Write a whole link"));
        Assert.True(door.Staff.Sees("value=\"see my desk\""));
        Assert.Contains("checked", door.Staff.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_tap_gives_one_badge()
    {
        var (door, badge) = await Begins();
        var form = door.Staff.Screen;

        await door.Staff.Press("give", ("badge", badge), ("because", "Built a wheel alone."), ("evidence", ""));
        await door.Staff.Again(form, "give", ("badge", badge), ("because", "Built a wheel alone."), ("evidence", ""));

        Assert.True(door.Staff.Sees("The badge is given."));
    }

    private async Task<(AtTheDoor Door, string Badge)> Begins()
    {
        var door = await AtTheDoor.In(suite);
        await door.Staff.Open($"/{door.Town.ShortName}/organisation/badges/new");
        await door.Staff.Press(
            "save", ("name.en", "Wheel builder"), ("description.en", "Builds wheels."), ("criteria.en", "Build one."), ("level", "1"),
            ("shape", "circle"), ("emblem", "wrench"), ("hue", "258"), ("skills", ""));
        await door.Staff.Open(door.People);
        await door.Staff.Press("came");
        await door.Staff.Open($"/{door.Town.ShortName}/organisation/award?signUp={door.Code}");
        var from = door.Staff.Screen.IndexOf("id=\"badge-", StringComparison.Ordinal) + "id=\"badge-".Length;
        return (door, door.Staff.Screen[from..(from + 36)]);
    }
}
