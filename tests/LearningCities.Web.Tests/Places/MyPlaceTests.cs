using System.Globalization;
using System.Text.RegularExpressions;
using LearningCities.Web.Tests.Look;

namespace LearningCities.Web.Tests.Places;

public partial class MyPlaceTests(WebSuite suite)
{
    [Fact]
    public async Task What_is_shown_at_the_door_is_on_the_page_as_a_picture_and_in_letters()
    {
        var joined = await Joined.In(suite);

        await joined.Learner.Open(joined.Place);

        Assert.True(joined.Learner.Sees("Show this at the door"));
        var printed = Link().Match(joined.Learner.Screen).Groups[1].Value;
        Assert.StartsWith($"http://localhost:5000/{joined.Town.ShortName}/check-in/", printed, StringComparison.Ordinal);
        var code = printed.Split('/')[^1];
        Assert.True(joined.Learner.Sees($"<bdi>{string.Join(' ', code.Chunk(4).Select(four => new string(four)))}</bdi>"));
        Assert.Equal(printed, await Scanned.From(joined.Learner.Screen));
    }

    [Fact]
    public async Task It_says_when_and_where_as_one_says_it_at_the_door()
    {
        var joined = await Joined.In(
            suite, "hu", ("mode", "onsite"), ("place", Discovering.Organiser.At("Bringakonyha", 46.25, 20.15)),
            ("startsAt", new DateTimeOffset(2030, 3, 5, 15, 0, 0, TimeSpan.Zero)), ("endsAt", new DateTimeOffset(2030, 3, 5, 17, 0, 0, TimeSpan.Zero)));

        await joined.Learner.Open(joined.Place);

        var here = TimeZoneInfo.ConvertTime(new DateTimeOffset(2030, 3, 5, 15, 0, 0, TimeSpan.Zero), TimeZoneInfo.Local); // as the city was made
        Assert.True(joined.Learner.Sees($"Megvan a helyed. Kedd, {here.ToString("HH:mm", CultureInfo.InvariantCulture)}."));
        Assert.True(joined.Learner.Sees("2030. március 5., kedd"));
        Assert.True(joined.Learner.Sees("Bringakonyha"));
    }

    [Fact]
    public async Task A_place_that_is_given_back_is_somebody_elses()
    {
        var joined = await Joined.In(suite, "en", ("capacity", 1));
        await joined.Learner.Open(joined.Place);

        await joined.Learner.Press("cancel");

        Assert.True(joined.Learner.Sees("You have no place here any more."));
        Assert.DoesNotContain("/check-in/", joined.Learner.Screen, StringComparison.Ordinal);
        var (other, _) = await joined.Town.Learner("Nagy Bence");
        await other.Open($"/{joined.Town.ShortName}/activities/{joined.Activity}");
        await other.Press("");
        Assert.True(other.Sees("Show this at the door"));
    }

    [Fact]
    public async Task Where_the_activity_is_called_off_the_place_is_gone_and_says_so()
    {
        var joined = await Joined.In(suite);

        await joined.Organiser.CallsOff(joined.Activity);
        await joined.Learner.Open(joined.Place);

        Assert.True(joined.Learner.Sees("It was given back, or the activity was cancelled."));
    }

    [Fact]
    public async Task Somebody_elses_place_is_not_there()
    {
        var joined = await Joined.In(suite);
        var (other, _) = await joined.Town.Learner("Nagy Bence");

        await other.Open(joined.Place);

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task Nor_is_it_in_another_city_or_taken_from_there()
    {
        var joined = await Joined.In(suite);
        var elsewhere = await Town.In(suite);
        var (other, _) = await elsewhere.Learner("Nagy Bence");

        await other.Open(joined.Place.Replace(joined.Town.ShortName, elsewhere.ShortName, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [GeneratedRegex("<bdi>(http[^<]*)</bdi>")]
    private static partial Regex Link();
}
