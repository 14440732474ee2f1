namespace LearningCities.Web.Tests.Organisations;

public class EditActivityTests(WebSuite suite)
{
    [Fact]
    public async Task An_activity_is_published_by_a_form_and_changed_by_the_same()
    {
        var town = await Town.In(suite);
        var (staff, organisation) = await town.Staff();
        await staff.Open($"/{town.ShortName}/organisation/activities/new");

        await staff.Press("save", Workshop());

        Assert.True(staff.Sees("It is published."));
        Assert.True(staff.Sees("value=\"Fix your own bike\""));
        await staff.Press("save", Workshop(("title.en", "Fix any bike")));
        Assert.True(staff.Sees("People see the new text now"));
        await staff.Open($"/{town.ShortName}/organisation");
        Assert.True(staff.Sees("Fix any bike"));
        using var anyone = town.Program(organisation);
        await Eventually.Holds(async () => // a second later at most
            (await anyone.GetStringAsync($"/api/catalogue/activities?city={town.ShortName}"))
                .Contains("Fix any bike", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title.en", "", "Write a title in at least one language")]
    [InlineData("kind", "", "Choose what kind of activity it is")]
    [InlineData("date", "soon", "Choose the day")]
    [InlineData("from", "", "Write when it begins and ends")]
    [InlineData("to", "15:00", "The end must come after the beginning")]
    [InlineData("link", "javascript:alert(1)", "Write the link")]
    [InlineData("price", "much", "Write a whole number")]
    [InlineData("capacity", "0", "Write a number from 1 on")]
    [InlineData("ageTo", "3", "Write ages as numbers")]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(string field, string typed, string said)
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();
        await staff.Open($"/{town.ShortName}/organisation/activities/new");

        await staff.Press("save", Workshop((field, typed)));

        Assert.True(staff.Sees(said), said);
        Assert.True(staff.Sees("aria-invalid=\"true\""));
        Assert.True(staff.Sees("Bring your bike. We show you how.")); // what was right is there, too
        Assert.True(staff.Sees("value=\"14\""));
    }

    [Fact]
    public async Task A_cancelled_activity_says_so_and_cannot_be_changed()
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();
        await staff.Open($"/{town.ShortName}/organisation/activities/new");
        await staff.Press("save", Workshop());
        var address = staff.Path.Split('?')[0];

        await staff.Press("cancel");

        Assert.True(staff.Sees("Cancelled"));
        await staff.Open(address);
        Assert.True(staff.Sees("This activity is cancelled."));
        Assert.False(staff.Sees("value=\"save\""));
    }

    [Fact]
    public async Task Another_organisations_activity_is_not_there()
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();
        await staff.Open($"/{town.ShortName}/organisation/activities/new");
        await staff.Press("save", Workshop());
        var (other, _) = await town.Staff("Bike Kitchen");

        await other.Open(staff.Path.Split('?')[0]);

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task A_learner_works_for_nobody()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open($"/{town.ShortName}/organisation/activities/new");
        Assert.Equal(HttpStatusCode.Forbidden, learner.Status);

        await learner.Open($"/{town.ShortName}/organisation");
        Assert.True(learner.Sees("You do not work for an organisation"));
    }

    /// <summary>A workshop as somebody types it; what is given goes before what is usual.</summary>
    internal static (string, string)[] Workshop(params (string Field, string Value)[] otherwise)
    {
        (string Field, string Value)[] usual =
        [
            ("kind", "workshop"), ("title.en", "Fix your own bike"), ("summary.en", "Bring your bike. We show you how."),
            ("date", "2030-03-05"), ("from", "16:00"), ("to", "18:00"), ("mode", "online"), ("link", "https://meet.example.org/bike"),
            ("languages", "en"), ("price", "0"), ("capacity", "12"), ("ageFrom", "14"), ("ageTo", "24"), ("skills", "Repair bicycles"),
        ];
        return [.. usual.ExceptBy(otherwise.Select(o => o.Field), u => u.Field), .. otherwise];
    }
}
