using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Web.Tests.Discovering;

/// <summary>Pages that are kept for everybody, so long that no test outlives it.</summary>
public sealed class KeptPagesTests(KeptPagesTests.Keeping suite) : IClassFixture<KeptPagesTests.Keeping>
{
    public sealed class Keeping() : RunningSuite("all", settings: [.. WebSuite.NoLimits, "--Web:KeepPages=300"]), IAsyncLifetime;

    [Fact]
    public async Task A_crowd_is_shown_what_was_drawn_for_the_first()
    {
        var town = await Town.In(suite);
        var activity = await Organiser.In(town).Offers("Bicycle repair");
        using var first = town.Stranger();
        using var second = town.Stranger();
        await first.Open($"/{town.ShortName}/discover");

        await Organiser.In(town).Offers("Bread baking");
        await second.Open($"/{town.ShortName}/discover");

        Assert.Equal(first.Screen, second.Screen);
        Assert.Equal(first.Headers!.ETag, second.Headers!.ETag);
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
        Assert.Equal(first.Headers.Vary, second.Headers.Vary);
        foreach (var policy in new[] { first, second }.Select(visitor => visitor.Headers!.GetValues("Content-Security-Policy").Single()))
        {
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal); // or nothing is suggested on a kept page
        }

        Assert.False(second.Sees("Bread baking"));
        await second.Open($"/{town.ShortName}/discover?kind=workshop"); // another query is another page
        Assert.True(second.Sees("Bread baking"));
        await second.Open($"/{town.ShortName}/activities/{activity}");
        Assert.True(second.Sees("Bicycle repair"));
    }

    [Fact]
    public async Task Who_has_signed_in_is_shown_her_own_page_and_nobody_else_is()
    {
        var town = await Town.In(suite);
        using var stranger = town.Stranger();
        await stranger.Open($"/{town.ShortName}/discover");
        await Organiser.In(town).Offers("Bread baking");
        var (learner, _) = await town.Learner();

        foreach (var page in new[] { "/discover", "/your-data" })
        {
            await learner.Open($"/{town.ShortName}{page}");
            Assert.True(learner.Sees($"href=\"/{town.ShortName}/me\""));
            Assert.True(learner.Headers!.CacheControl!.NoStore);
            Assert.Null(learner.Headers.ETag);
        }

        await learner.Open($"/{town.ShortName}/discover");
        Assert.True(learner.Sees("Bread baking")); // hers is drawn anew
        await stranger.Open($"/{town.ShortName}/your-data"); // which she has looked at first
        Assert.True(stranger.Sees($"href=\"/{town.ShortName}/sign-in\""));
        Assert.False(stranger.Sees($"href=\"/{town.ShortName}/account\""));
        await learner.Open($"/{town.ShortName}/your-data"); // and now that a stranger has
        Assert.True(learner.Sees($"href=\"/{town.ShortName}/account\""));
    }

    [Fact]
    public async Task A_language_and_a_city_have_pages_of_their_own()
    {
        var (town, other) = (await Town.In(suite), await Town.In(suite, "Village"));
        using var english = town.Stranger();
        using var hungarian = town.Stranger("hu");
        using var chooser = town.Stranger();

        await english.Open($"/{town.ShortName}");
        await hungarian.Open($"/{town.ShortName}");
        await chooser.Open($"/{town.ShortName}?lang=hu"); // by a cookie, and asks for English
        using var neighbour = other.Stranger();
        await neighbour.Open($"/{other.ShortName}");

        Assert.True(english.Sees("<html lang=\"en\""));
        Assert.True(hungarian.Sees("<html lang=\"hu\""));
        Assert.Equal(hungarian.Screen, chooser.Screen);
        Assert.True(neighbour.Sees("Village"));
        Assert.False(neighbour.Sees($"/{town.ShortName}/"));
    }

    [Fact]
    public async Task What_somebody_looks_for_is_asked_each_time_or_the_city_would_not_learn_of_it()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/discover?q=bread");

        await Organiser.In(town).Offers("Bread baking");
        await visitor.Open($"/{town.ShortName}/discover?q=bread");

        Assert.True(visitor.Sees("Bread baking"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_not_kept()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        var nowhere = $"/{town.ShortName}/activities/{Guid.CreateVersion7()}";

        await visitor.Open(nowhere);
        await visitor.Open(nowhere);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task As_long_as_it_is_kept_unasked_nobody_waits_long_for_a_change()
    {
        await using var usual = new RunningSuite("all", settings: [.. WebSuite.NoLimits, "--Web:KeepPages=1"]);
        await usual.InitializeAsync();
        var town = await Town.In(usual);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/discover");

        await Organiser.In(town).Offers("Bread baking");

        await Eventually.Holds(async () =>
        {
            await visitor.Open($"/{town.ShortName}/discover");
            return visitor.Sees("Bread baking");
        });
    }

    [Fact]
    public async Task Where_there_is_a_Redis_another_process_has_what_one_has_drawn()
    {
        var redis = Environment.GetEnvironmentVariable("TEST_REDIS");
        Assert.SkipWhen(string.IsNullOrEmpty(redis), "There is no Redis. Give its address in TEST_REDIS.");
        await using var sharing = new RunningSuite("all", settings:
            [.. WebSuite.NoLimits, "--Web:KeepPages=300", $"--ConnectionStrings:redis={redis}"]);
        await sharing.InitializeAsync();
        var store = sharing.Services.GetRequiredService<IOutputCacheStore>();
        Assert.Contains("Redis", store.GetType().Name, StringComparison.Ordinal);
        var town = await Town.In(sharing);
        using var before = await Fetch(sharing, town);

        await sharing.Restart(); // what it had in memory is gone
        await Organiser.In(town).Offers("Bread baking");
        using var after = await Fetch(sharing, town);

        Assert.Equal(await before.Content.ReadAsStringAsync(), await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Where_it_is_away_pages_are_drawn()
    {
        await using var lonely = new RunningSuite("all", settings:
            [.. WebSuite.NoLimits, "--Web:KeepPages=300", "--ConnectionStrings:redis=127.0.0.1:1"]);
        await lonely.InitializeAsync();
        var town = await Town.In(lonely);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/discover");

        await Organiser.In(town).Offers("Bread baking");
        await visitor.Open($"/{town.ShortName}/discover");

        Assert.True(visitor.Sees("Bread baking"));
    }

    /// <summary>By one name, whichever port the process has.</summary>
    private static async Task<HttpResponseMessage> Fetch(RunningSuite suite, Town town)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = suite.Address };
        client.DefaultRequestHeaders.Host = "town.example";
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var answer = await client.GetAsync($"/{town.ShortName}/discover");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }
}
