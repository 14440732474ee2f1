using LearningCities.Contracts.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LearningCities.Notifications.Tests.Letters;

public sealed class CountLettersTests(NotificationsSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task Without_a_server_letters_wait_and_are_counted()
    {
        await suite.Deliver(new CityChanged(_city.Id, 1, $"c{_city.Id:n}", new("en", "Szeged learns"), "Europe/Budapest"));
        await suite.Deliver(NotificationsSuite.Swimmer(_city, Guid.CreateVersion7()));

        using var operating = suite.NewCity().Client("operate");
        var counts = await operating.GetFromJsonAsync<Counts>("/api/notifications/letters");

        Assert.False(counts!.Server);
        Assert.True(counts.Waiting >= 1);
        Assert.NotNull(counts.OldestWaitingSince);
    }

    [Fact]
    public async Task Only_operators_count_letters()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _city.Anonymous().GetAsync("/api/notifications/letters")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await _city.Client("notifications:read").GetAsync("/api/notifications/letters")).StatusCode);
    }

    [Theory]
    [InlineData("From", "nobody", "Set 'Notifications:Smtp:From' to an address.")]
    [InlineData("User", "learn", "Set 'Notifications:Smtp:Tls': without it the password could be overheard.")]
    public async Task A_setting_that_cannot_be_stops_the_process(string setting, string value, string sentence)
    {
        await using var wrong = new RunningSuite("notifications", builder => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Notifications:Smtp:Host"] = "127.0.0.1",
                ["Notifications:Smtp:From"] = "learn@szeged.example",
                ["Notifications:Smtp:Tls"] = "None",
                [$"Notifications:Smtp:{setting}"] = value,
            }));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(async () => await wrong.InitializeAsync());
        Assert.Equal(sentence, refusal.Message);
    }
}
