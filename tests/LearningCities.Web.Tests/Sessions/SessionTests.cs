using LearningCities.Web.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Web.Tests.Sessions;

public class SessionTests(WebSuite suite)
{
    [Fact]
    public async Task A_browser_holds_a_key_of_which_the_tables_know_only_the_hash()
    {
        var town = await Town.In(suite);
        var (learner, person) = await town.Learner();
        var key = learner.Cookie("city")!;

        var session = await Of(person);

        Assert.Equal(43, key.Length); // 32 random bytes
        Assert.NotEqual(System.Text.Encoding.UTF8.GetBytes(key), session.KeyHash);
        Assert.DoesNotContain("eyJ", System.Text.Encoding.ASCII.GetString(session.Ticket), StringComparison.Ordinal); // no token can be read
    }

    [Fact]
    public async Task Whoever_looks_while_the_token_ends_goes_on_with_a_new_one()
    {
        var town = await Town.In(suite);
        var (learner, person) = await town.Learner();
        var before = await Of(person);
        await Ages(person, session => session.SetProperty(s => s.FreshUntil, s => s.BegunAt));

        await learner.Open($"/{town.ShortName}/account");

        Assert.True(learner.Sees("value=\"Kovács Réka\""));
        var after = await Of(person);
        Assert.True(after.FreshUntil > TimeProvider.System.GetUtcNow());
        Assert.NotEqual(before.Ticket, after.Ticket);
        Assert.Equal(before.KeyHash, after.KeyHash);
    }

    [Fact]
    public async Task Many_pages_at_that_moment_all_go_on()
    {
        var town = await Town.In(suite);
        var (learner, person) = await town.Learner();
        await Ages(person, session => session.SetProperty(s => s.FreshUntil, s => s.BegunAt));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => learner.Fetch($"/{town.ShortName}/account")));

        foreach (var answer in answers)
        {
            Assert.Equal($"/{town.ShortName}/account", answer.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Contains("value=\"Kovács Réka\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_has_not_been_here_for_half_a_day_signs_in_again()
    {
        var town = await Town.In(suite);
        var (learner, person) = await town.Learner();
        var longAgo = TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(13);
        await Ages(person, session => session.SetProperty(s => s.SeenAt, longAgo));

        await learner.Open($"/{town.ShortName}/me");

        Assert.StartsWith($"/{town.ShortName}/sign-in?next=", learner.Path, StringComparison.Ordinal);
        Assert.Null(learner.Cookie("city"));
    }

    [Theory]
    [InlineData(40, 40)] // a cup of coffee
    [InlineData(1, 13 * 60)] // a long day's work, without a break
    public async Task Who_works_here_sooner(int seenMinutesAgo, int begunMinutesAgo)
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();
        var now = TimeProvider.System.GetUtcNow();
        var (seen, begun) = (now.AddMinutes(-seenMinutesAgo), now.AddMinutes(-begunMinutesAgo));
        await staff.Open($"/{town.ShortName}/organisation");
        Assert.Equal($"/{town.ShortName}/organisation", staff.Path);

        await Ages(await PersonOf(staff), session => session.SetProperty(s => s.SeenAt, seen).SetProperty(s => s.BegunAt, begun));
        await staff.Open($"/{town.ShortName}/organisation");

        Assert.StartsWith($"/{town.ShortName}/sign-in?next=", staff.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learner_is_not_sent_away_so_soon()
    {
        var town = await Town.In(suite);
        var (learner, person) = await town.Learner();
        var yesterday = TimeProvider.System.GetUtcNow().AddHours(-20);
        await Ages(person, session => session.SetProperty(s => s.BegunAt, yesterday));

        await learner.Open($"/{town.ShortName}/me");

        Assert.True(learner.Sees("Hello, Kovács Réka"));
    }

    [Fact]
    public async Task And_after_a_month_whoever_was_here_all_the_time()
    {
        var town = await Town.In(suite);
        var (learner, person) = await town.Learner();
        var monthAgo = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(31);
        await Ages(person, session => session.SetProperty(s => s.BegunAt, monthAgo));

        await learner.Open($"/{town.ShortName}/me");

        Assert.StartsWith($"/{town.ShortName}/sign-in?next=", learner.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_in_as_somebody_else_leaves_the_first_session()
    {
        var town = await Town.In(suite);
        var (learner, person) = await town.Learner();
        var key = learner.Cookie("city")!;

        await learner.SignIn(town.ShortName, await town.HasAccount("Nagy Bence"), Town.Password);

        Assert.True(learner.Sees("Hello, Nagy Bence"));
        Assert.NotEqual(key, learner.Cookie("city")); // a key that was known before is worth nothing afterwards
        Assert.Null(await Find(person));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_key_that_nobody_was_given_opens_nothing(string key)
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        visitor.Keep("city", key);

        await visitor.Open($"/{town.ShortName}/me");

        Assert.StartsWith($"/{town.ShortName}/sign-in?next=", visitor.Path, StringComparison.Ordinal);
    }

    private async Task<Guid> PersonOf(Visitor visitor)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(visitor.Cookie("city")!));
        await using var scope = suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WebDb>().Sessions.Where(s => s.KeyHash == hash).Select(s => s.Person).SingleAsync();
    }

    private async Task<Session> Of(Guid person) => await Find(person) ?? throw new InvalidOperationException("She is not signed in.");

    private async Task<Session?> Find(Guid person)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WebDb>().Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Person == person);
    }

    /// <summary>Has time go by for one session; a test does not wait for half a day.</summary>
    private async Task Ages(Guid person, Action<UpdateSettersBuilder<Session>> change)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<WebDb>().Sessions;
        Assert.Equal(1, await sessions.Where(s => s.Person == person).ExecuteUpdateAsync(change));
    }
}
