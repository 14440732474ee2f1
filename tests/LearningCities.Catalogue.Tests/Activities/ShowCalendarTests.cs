using System.Text;
using Ical.Net;
using LearningCities.Catalogue.Activities;

namespace LearningCities.Catalogue.Tests.Activities;

public sealed class ShowCalendarTests(CatalogueSuite suite)
{
    private static readonly DateTimeOffset Starts = new(2030, 7, 1, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_calendar_takes_it_in()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var activity = await city.HasActivity(
            ("startsAt", Starts), ("endsAt", Starts.AddHours(2)), ("description", new { hu = "Építünk; programozunk, játszunk.\nHozz uzsonnát!" }));

        var (answer, text) = await Ask(city, activity, "hu");

        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var entry = Calendar.Load(text)!.Events.Single();
        Assert.Equal($"{activity.Id}@learning-cities", entry.Uid);
        Assert.Equal(("Robotika kezdőknek", 0, "CONFIRMED"), (entry.Summary, entry.Sequence, entry.Status));
        Assert.Equal(("Europe/Budapest", 17), (entry.Start!.TzId, entry.Start.Hour)); // summer time
        Assert.Equal(Starts.AddHours(2).UtcDateTime, entry.End!.AsUtc);
        Assert.Equal("Építünk; programozunk, játszunk.\nHozz uzsonnát!", entry.Description);
        Assert.Equal("Ifjúsági Ház, Felső Tisza-part 2.", entry.Location);
        Assert.NotNull(entry.DtStamp);
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_as_the_standard_wants_them()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var activity = await city.HasActivity(("description", new { hu = string.Concat(Enumerable.Repeat("árvíztűrő tükörfúrógép 🤖 ", 40)) }));

        var (_, text) = await Ask(city, activity, "hu");

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.Contains(string.Concat(Enumerable.Repeat("árvíztűrő tükörfúrógép 🤖 ", 40)).Trim(), Calendar.Load(text)!.Events[0]!.Description!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_readers_language()
    {
        var city = await suite.NewCityIn("Europe/Budapest");

        var (_, text) = await Ask(city, await city.HasActivity(), "en");

        Assert.Contains("SUMMARY:Robotics for beginners", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_added_before_learns_that_it_is_cancelled()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var activity = await city.HasActivity();
        await city.Cancels(activity);

        var (_, text) = await Ask(city, activity, "hu");

        var entry = Calendar.Load(text)!.Events.Single();
        Assert.Equal(($"{activity.Id}@learning-cities", 1, "CANCELLED"), (entry.Uid, entry.Sequence, entry.Status));
    }

    [Fact]
    public async Task What_has_no_date_is_no_entry()
    {
        var city = suite.NewCity();

        var (answer, _) = await Ask(city, await city.HasActivity(("startsAt", null), ("endsAt", null)), "hu");

        Assert.Equal((HttpStatusCode.Conflict, "activity-undated"), (answer.StatusCode, await answer.ProblemCode()));
    }

    [Fact]
    public async Task In_another_city_it_is_not_there()
    {
        var (answer, _) = await Ask(suite.NewCity(), await suite.NewCity().HasActivity(), "hu");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("A:b\r\n", "A:b\r\n")]
    [InlineData("A:b\r\n c\r\n", "A:bc\r\n")] // folded elsewhere before
    public void Short_lines_stay(string calendar, string expected) => Assert.Equal(expected, ShowCalendar.Folded(calendar));

    private static async Task<(HttpResponseMessage Answer, string Text)> Ask(City city, Activity activity, string language)
    {
        using var visitor = city.Anonymous();
        visitor.DefaultRequestHeaders.AcceptLanguage.Add(new(language));
        var answer = await visitor.GetAsync($"/api/catalogue/activities/{activity.Id}/calendar?city={city.Id}");
        return (answer, await answer.Content.ReadAsStringAsync());
    }
}
