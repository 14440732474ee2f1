namespace LearningCities.Suite.Tests;

/// <summary>Several replicas of a module have one outbox, and one of them sends from it.</summary>
public sealed class RelayTests
{
    [Fact]
    public async Task What_one_replica_saves_is_sent_by_the_one_that_leads_and_once_that_ends_by_itself()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("TEST_RABBITMQ") is null or "", "Several processes need a broker. Give one in TEST_RABBITMQ.");
        await using var elsewhere = new RunningSuite("notifications"); // it hears, and has no part in sending
        await elsewhere.InitializeAsync();
        var first = await elsewhere.Beside("badges");
        await using var second = await elsewhere.Beside("badges");
        var city = elsewhere.NewCity();
        using var officer = city.Client("badges:define", "badges:award");
        officer.BaseAddress = second.Address;

        // Each process has a listener, and the broker gives each event to one of them.
        EventsOf<BadgeAwarded>[] listeners = [elsewhere.EventsOf<BadgeAwarded>(), EventsAt(first), EventsAt(second)];

        await Award("While the first leads");
        await first.DisposeAsync();
        await Award("Alone");

        async Task Award(string name)
        {
            var badge = await officer.Create("/api/badges", city.BadgeCalled(name));
            var award = await officer.Create($"{badge.Headers.Location}/awards", Sentences.AwardTo(Guid.CreateVersion7()));
            Assert.Equal(HttpStatusCode.Created, award.StatusCode);
            await Eventually.Holds(() => Task.FromResult(
                listeners.Any(heard => heard.All(e => e.City == city.Id && $"{e.BadgeName}" == name).Count > 0)));
        }

        static EventsOf<BadgeAwarded> EventsAt(Replica replica) =>
            (EventsOf<BadgeAwarded>)replica.Services.GetService(typeof(EventsOf<BadgeAwarded>))!;
    }
}
