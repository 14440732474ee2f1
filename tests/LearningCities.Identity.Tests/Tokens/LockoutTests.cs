using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningCities.Identity.Tests.Tokens;

public sealed class LockoutTests
{
    [Fact]
    public async Task After_a_quarter_of_an_hour_she_may_try_again()
    {
        var clock = new LaterClock();
        await using var suite = new RunningIdentity(builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await suite.InitializeAsync();
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        for (var tries = 0; tries < 5; tries++)
        {
            await town.SignIn(person.Email, "not-the-password");
        }

        clock.Later = TimeSpan.FromMinutes(14);
        Assert.Equal("invalid_grant", await (await town.SignIn(person.Email)).Error());
        clock.Later = TimeSpan.FromMinutes(16);
        Assert.Equal(HttpStatusCode.OK, (await town.SignIn(person.Email)).StatusCode);
    }

    [Fact]
    public async Task A_letters_link_lasts_an_hour()
    {
        var clock = new LaterClock();
        await using var suite = new RunningIdentity(builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await suite.InitializeAsync();
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        var token = await town.HasResetToken(person);

        clock.Later = TimeSpan.FromMinutes(61); // Web has fresh tokens all the time
        using var web = suite.With(await Fresh(suite, town));
        var late = await web.PutAsJsonAsync($"/api/identity/password-resets/{token}", new { password = "a-new-and-longer-one-7" });

        await late.Refused(HttpStatusCode.Conflict, "password-reset-over");
    }

    private static async Task<string> Fresh(RunningIdentity suite, Town town) => (await (await suite.Ask(
        ("grant_type", "client_credentials"), ("client_id", "web"), ("client_secret", "web-secret"),
        ("city", town.ShortName))).Issued()).Access;

    private sealed class LaterClock : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var now = base.GetUtcNow() + Later;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }
}
