using LearningCities.Contracts;

namespace LearningCities.Web.Tests.Discovering;

public class ActivityPageTests(WebSuite suite)
{
    [Fact]
    public async Task It_says_all_that_somebody_needs_to_decide()
    {
        var (town, activity) = await Offered(
            ("mode", "onsite"), ("place", Organiser.At("Bike Kitchen", 46.25, 20.15)), ("access", Organiser.Several("step-free")),
            ("languages", Organiser.Several("hu", "en")), ("ages", new { from = 14, to = 24 }), ("skills", Organiser.Several("Repair bicycles")),
            ("price", new { amount = 1250, currency = "EUR" }), ("phone", "+36 62 123 456"),
            ("description", new LocalizedText("en", "First we look.\n\nThen we mend.")));
        using var visitor = town.Stranger();

        await visitor.Open(activity);

        foreach (var said in new[]
        {
            "Fix your own bike", "Bring what you have. We show you how.", "Bike Kitchen", "Fő utca 1", "There is no step.", "€12.50",
            "Hungarian, English", "From 14 to 24 years", "Repair bicycles", "<p>First we look.</p><p>Then we mend.</p>",
            "<b>10 places left</b> of 10", "href=\"tel:+3662123456\"", "Workshop",
        })
        {
            Assert.True(visitor.Sees(said), said);
        }
    }

    [Fact]
    public async Task A_learner_takes_a_place_and_is_shown_it()
    {
        var (town, activity) = await Offered();
        var (learner, _) = await town.Learner();
        await learner.Open(activity);

        await learner.Press("");

        Assert.StartsWith($"/{town.ShortName}/sign-ups/", learner.Path, StringComparison.Ordinal);
        Assert.True(learner.Sees("You have a place."));
        await learner.Open(activity);
        Assert.True(learner.Sees("You have a place"));
        Assert.DoesNotContain("method=\"post\"", learner.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_tap_takes_one_place()
    {
        var (town, activity) = await Offered();
        var (learner, _) = await town.Learner();
        await learner.Open(activity);
        var form = learner.Screen;

        await learner.Again(form, "");
        var first = learner.Path;
        await learner.Again(form, "");

        Assert.Equal(first, learner.Path);
        using var visitor = town.Stranger();
        await Eventually.Holds(async () =>
        {
            await visitor.Open(activity);
            return visitor.Sees("<b>9 places left</b> of 10");
        });
    }

    [Fact]
    public async Task Who_has_not_signed_in_does_so_and_comes_back_to_the_same_activity()
    {
        var (town, activity) = await Offered();
        var email = await town.HasAccount();
        using var visitor = town.Stranger();
        await visitor.Open(activity);
        Assert.DoesNotContain("method=\"post\"", visitor.Screen, StringComparison.Ordinal);

        await visitor.Open(WebUtility.HtmlDecode(Screens.Between(visitor.Screen, "btn go wide\" href=\"", "\"").Single()));
        await visitor.Press("", ("email", email), ("password", Town.Password));

        Assert.Equal(activity, visitor.Path);
        Assert.True(visitor.Sees("Take my place"));
    }

    [Fact]
    public async Task The_last_place_is_somebodys_and_the_next_is_told_so()
    {
        var (town, activity) = await Offered(("capacity", 1));
        var ((first, _), (second, _)) = (await town.Learner(), await town.Learner("Nagy Bence"));
        await second.Open(activity);
        await first.Open(activity);
        await first.Press("");

        await second.Press("");

        Assert.True(second.Sees("role=\"alert\""));
        Assert.True(second.Sees("All places are taken"));
        Assert.True(second.Sees("Fix your own bike"));
        Assert.True(second.Sees("Look again later"));
    }

    [Fact]
    public async Task One_that_is_called_off_says_so_and_offers_no_place()
    {
        var town = await Town.In(suite);
        var organiser = Organiser.In(town);
        var id = await organiser.Offers("Fix your own bike");
        var (learner, _) = await town.Learner();

        await organiser.CallsOff(id);
        await learner.Open($"/{town.ShortName}/activities/{id}");

        Assert.True(learner.Sees("This activity is cancelled."));
        Assert.DoesNotContain("method=\"post\"", learner.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_signs_up_people_are_told_to_come()
    {
        var (town, activity) = await Offered(("takesSignUps", false), ("capacity", null));
        using var visitor = town.Stranger();

        await visitor.Open(activity);

        Assert.True(visitor.Sees("You need no place."));
    }

    [Fact]
    public async Task What_an_organisation_wrote_is_text()
    {
        var (town, activity) = await Offered(("description", new LocalizedText("en", "<script>alert(1)</script>")));
        using var visitor = town.Stranger();

        await visitor.Open(activity);

        Assert.DoesNotContain("<script", visitor.Screen, StringComparison.OrdinalIgnoreCase);
        Assert.True(visitor.Sees("<script>alert(1)</script>"));
    }

    [Fact]
    public async Task In_Hungarian_the_page_speaks_Hungarian_and_marks_what_is_not()
    {
        var (town, activity) = await Offered();
        using var visitor = town.Stranger("hu");

        await visitor.Open(activity);

        Assert.True(visitor.Sees("<b>10 szabad hely</b> ennyiből: 10"));
        Assert.True(visitor.Sees("<span lang=\"en\">Fix your own bike</span>"));
    }

    [Fact]
    public async Task Another_towns_activity_is_not_there()
    {
        var (_, activity) = await Offered();
        var here = await Town.In(suite);
        using var visitor = here.Stranger();

        await visitor.Open($"/{here.ShortName}/activities/{activity.Split('/')[^1]}");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.True(visitor.Sees("There is nothing here"));
    }

    [Fact]
    public async Task It_can_be_put_into_a_calendar()
    {
        var (town, activity) = await Offered();
        using var visitor = town.Stranger();

        using var entry = await visitor.Fetch($"{activity}/calendar");

        Assert.Equal("text/calendar", entry.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".ics", entry.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Fix your own bike", await entry.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(entry.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_calendar_entry_of_nothing_is_a_page_that_says_so()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger("hu");

        await visitor.Open($"/{town.ShortName}/activities/{Guid.CreateVersion7()}/calendar");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.True(visitor.Sees("Itt nincs semmi"));
    }

    private async Task<(Town Town, string Address)> Offered(params (string, object?)[] otherwise)
    {
        var town = await Town.In(suite);
        return (town, $"/{town.ShortName}/activities/{await Organiser.In(town).Offers("Fix your own bike", otherwise)}");
    }
}
