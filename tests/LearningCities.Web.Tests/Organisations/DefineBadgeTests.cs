namespace LearningCities.Web.Tests.Organisations;

public class DefineBadgeTests(WebSuite suite)
{
    private static readonly (string, string)[] BikeFixer =
    [
        ("name.en", "Bike fixer"), ("description.en", "Repairs a bike alone."), ("criteria.en", "Repair three bikes."), ("level", "2"),
        ("shape", "shield"), ("emblem", "wrench"), ("hue", "25"), ("skills", "Repair bicycles\r\nExplain to others"),
    ];

    [Fact]
    public async Task The_picture_is_shown_before_the_badge_is_made_and_what_was_typed_stays()
    {
        var (_, staff) = await Begins();

        await staff.Press("show", BikeFixer);

        Assert.True(staff.Sees("/api/badges/designs/picture?shape=shield&emblem=wrench&hue=25&level=2"));
        Assert.True(staff.Sees("value=\"Bike fixer\""));
        Assert.True(staff.Sees("Explain to others"));
    }

    [Fact]
    public async Task A_badge_is_defined_and_can_be_retired()
    {
        var (town, staff) = await Begins();

        await staff.Press("save", BikeFixer);

        Assert.True(staff.Sees("The badge is ready to be given."));
        var from = staff.Screen.IndexOf($"/{town.ShortName}/organisation/badges/0", StringComparison.Ordinal);
        await staff.Open(staff.Screen[from..staff.Screen.IndexOf('"', from)]);
        await staff.Press("retire");
        Assert.True(staff.Sees("This badge is no longer given."));
    }

    [Fact]
    public async Task A_badge_without_a_name_is_asked_for_one()
    {
        var (_, staff) = await Begins();

        await staff.Press("save", [.. BikeFixer.Where(field => field.Item1 != "name.en")]);

        Assert.True(staff.Sees("Write a name in at least one language"));
        Assert.True(staff.Sees("Repair three bikes."));
    }

    private async Task<(Town Town, Visitor Staff)> Begins()
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();
        await staff.Open($"/{town.ShortName}/organisation/badges/new");
        return (town, staff);
    }
}
