namespace LearningCities.Web.Tests.Organisations;

public class PeopleOfActivityTests(WebSuite suite)
{
    [Fact]
    public async Task Who_came_is_found_by_some_letters_and_confirmed()
    {
        var door = await AtTheDoor.In(suite);

        await door.Staff.Open($"{door.People}?name=kovacs");
        Assert.True(door.Staff.Sees("Kovács Réka"));
        await door.Staff.Press("came");

        Assert.True(door.Staff.Sees("Confirmed."));
        Assert.True(door.Staff.Sees("1 came"));
        Assert.True(door.Staff.Sees("Give a badge"));
    }

    [Fact]
    public async Task Who_is_not_there_is_said_not_to_be()
    {
        var door = await AtTheDoor.In(suite);

        await door.Staff.Open($"{door.People}?name=<b>Zoltan</b>");

        Assert.True(door.Staff.Sees("Nobody here is called “<b>Zoltan</b>”."));
        Assert.DoesNotContain("<b>Zoltan</b>", door.Staff.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_does_not_see_who_comes()
    {
        var door = await AtTheDoor.In(suite);
        var (other, _) = await door.Town.Staff("Bike Kitchen");

        await other.Open(door.People);

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.False(other.Sees("Kovács Réka"));
    }
}
