namespace LearningCities.Web.Tests;

public class StopTests(WebSuite suite, LonelySuite lonely)
{
    [Theory]
    [InlineData("en", "There is nothing here")]
    [InlineData("hu", "Itt nincs semmi")]
    public async Task An_address_with_a_slip_is_a_page_of_the_city_that_says_so(string language, string said)
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger(language);

        await visitor.Open($"/{town.ShortName}/dicsover/more");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.True(visitor.Sees(said));
        Assert.True(visitor.Sees($"href=\"/{town.ShortName}/discover\""));
        Assert.True(visitor.Headers!.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_city_that_nobody_knows_is_chosen_from_those_there_are()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();

        await visitor.Open("/atlantis/discover");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.True(visitor.Sees("We do not know this city"));
        Assert.True(visitor.Sees($"href=\"/{town.ShortName}/\""));
    }

    [Fact]
    public async Task What_broke_is_said_without_saying_how()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger("hu");

        await visitor.Open($"/{town.ShortName}/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, visitor.Status);
        Assert.True(visitor.Sees("Nálunk romlott el valami"));
        Assert.False(visitor.Sees("4711"));
        Assert.True(visitor.Headers!.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_page_that_is_for_others_says_so()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open($"/{town.ShortName}/city");

        Assert.Equal(HttpStatusCode.Forbidden, learner.Status);
        Assert.True(learner.Sees("This page is not for you"));
    }

    [Fact]
    public async Task Who_tries_too_often_waits_and_is_told_how_long()
    {
        var town = await Town.In(lonely);
        using var visitor = town.Stranger("hu");
        HttpResponseMessage answer;
        var tries = 0;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/{town.ShortName}/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", "192.0.2.77"); // an address that no other test comes from
            request.Headers.Add("Accept-Language", "hu");
            answer = await visitor.Ask(request);
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++tries < 60);

        Assert.Equal(50, tries);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Contains("Ez túl sok volt", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("", "What would you like to learn?")]
    [InlineData("/discover", "I want to learn")]
    public async Task A_part_that_does_not_answer_says_so_and_the_rest_stands(string page, string stands)
    {
        var town = await Town.In(lonely);
        using var visitor = town.Stranger();

        await visitor.Open($"/{town.ShortName}{page}");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.True(visitor.Sees("This part does not answer now."));
        Assert.True(visitor.Sees(stands));
        Assert.Equal(1, visitor.Screen.Split("This part does not answer now.").Length - 1); // once is enough
    }

    [Fact]
    public async Task And_however_often_people_come_meanwhile()
    {
        var town = await Town.In(lonely);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 60).Select(async _ => // by then nobody asks it any more
        {
            using var visitor = town.Stranger();
            await visitor.Open($"/{town.ShortName}");
            return (visitor.Status, visitor.Sees("This part does not answer now."));
        }));

        Assert.All(statuses, status => Assert.Equal((HttpStatusCode.OK, true), status));
    }

    [Theory]
    [InlineData("/me", "Hello, Kovács Réka")]
    [InlineData("/messages", "This part does not answer now.")]
    [InlineData("/my-activities", "This part does not answer now.")]
    [InlineData("/pathways", "This part does not answer now.")]
    [InlineData("/abroad", "This part does not answer now.")]
    [InlineData("/account", "value=\"Kovács Réka\"")]
    public async Task Ones_own_pages_stand_without_what_they_ask_for(string page, string said)
    {
        var town = await Town.In(lonely);
        var (learner, _) = await town.Learner("Kovács Réka");

        await learner.Open($"/{town.ShortName}{page}");

        Assert.Equal(HttpStatusCode.OK, learner.Status);
        Assert.True(learner.Sees(said), said);
    }

    [Theory]
    [InlineData("/activities/01980000-0000-7000-8000-000000000000")]
    [InlineData("/activities/01980000-0000-7000-8000-000000000000/calendar")]
    public async Task A_page_that_is_about_what_does_not_answer_says_that_nothing_is_lost(string page)
    {
        var town = await Town.In(lonely);
        using var visitor = town.Stranger();

        await visitor.Open($"/{town.ShortName}{page}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.True(visitor.Sees("This does not answer now"));
        Assert.True(visitor.Sees("Nothing is lost."));
    }

    [Fact]
    public async Task What_was_typed_while_a_part_did_not_answer_is_still_there()
    {
        var town = await Town.In(lonely);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/pathways");

        await learner.Press("", ("title", "From bike fan to bike mechanic"));

        Assert.True(learner.Sees("What you wrote is still here."));
        Assert.True(learner.Sees("value=\"From bike fan to bike mechanic\""));
    }
}
