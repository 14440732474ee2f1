namespace LearningCities.Notifications.Tests.Letters;

/// <summary>With a server of its own, because it stops it.</summary>
public sealed class SmtpOutageTests(LettersSuite letters) : IClassFixture<LettersSuite>
{
    [Fact]
    public async Task Letters_wait_for_the_server_and_then_go_once()
    {
        var city = await letters.NewCity();
        await letters.Mailbox.Stop();
        await letters.Award(city, letters.Person("lilla@example.org"));
        await Eventually.Holds(() => Task.FromResult(letters.Logged.Contains("Letters cannot be sent now")));
        Assert.Equal(1, (await letters.Count()).Waiting);

        await letters.Mailbox.Start();

        await letters.Mailbox.To("lilla@example.org", 1);
        await Eventually.Holds(async () => await letters.Count() is { Waiting: 0, Sent: 1 });
        Assert.Single(letters.Mailbox.To("lilla@example.org"));
    }
}
