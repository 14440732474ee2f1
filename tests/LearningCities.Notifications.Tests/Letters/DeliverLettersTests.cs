using LearningCities.Contracts.Identity;

namespace LearningCities.Notifications.Tests.Letters;

public sealed class DeliverLettersTests(LettersSuite letters) : IClassFixture<LettersSuite>
{
    [Fact]
    public async Task A_learner_gets_a_letter_in_her_language()
    {
        var city = await letters.NewCity();
        await letters.Award(city, letters.Person("lilla@example.org", "hu"));

        var letter = (await letters.Mailbox.To("lilla@example.org", 1)).Single();

        Assert.Equal("Jelvényt kaptál: Swimmer", letter.Subject);
        Assert.Equal("\"Szeged learns\" <learn@szeged.example>", letter.From.ToString());
        Assert.Equal("\"Lilla Kovács\" <lilla@example.org>", letter.To.ToString());
        Assert.EndsWith("@localhost", letter.MessageId);
        var link = $"http://localhost:5000/c{city.Id:n}/badges/";
        Assert.All([letter.TextBody, letter.HtmlBody], body =>
        {
            Assert.Contains("Szia Lilla Kovács!", WebUtility.HtmlDecode(body));
            Assert.Contains("Megkaptad ezt a jelvényt: Swimmer.", WebUtility.HtmlDecode(body));
            Assert.Contains(link, body);
        });
    }

    [Fact]
    public async Task A_name_cannot_smuggle_anything_into_a_letter()
    {
        var city = await letters.NewCity();
        await letters.Award(city, letters.Person("eve@example.org", name: "<b>Eve</b>\r\nBcc: all@example.org"));

        var letter = (await letters.Mailbox.To("eve@example.org", 1)).Single();

        Assert.Empty(letter.Bcc);
        Assert.Contains("&lt;b&gt;Eve", letter.HtmlBody);
    }

    [Fact]
    public async Task Thirty_letters_go_once_each_though_three_workers_compete_and_events_come_twice()
    {
        var city = await letters.NewCity();
        var learners = Enumerable.Range(0, 30).Select(i => $"many{i}@example.org").ToArray();

        foreach (var learner in learners)
        {
            var awarded = NotificationsSuite.Swimmer(city, letters.Person(learner));
            await letters.Suite.Deliver(awarded);
            await letters.Suite.Deliver(awarded); // Badges publishes its state again
        }

        await letters.Award(city, letters.Person("after-many@example.org"));
        await letters.Mailbox.To("after-many@example.org", 1);
        Assert.All(learners, learner => Assert.Single(letters.Mailbox.To(learner)));
    }

    [Fact]
    public async Task A_letter_whose_fate_is_unknown_goes_again_under_the_same_id()
    {
        var city = await letters.NewCity();
        await letters.Award(city, letters.Person("cut-off@example.org"));

        var copies = await letters.Mailbox.To("cut-off@example.org", 2);

        Assert.Single(copies.DistinctBy(letter => letter.MessageId));
        Assert.Single(copies.DistinctBy(letter => letter.Date));
    }

    [Theory]
    [InlineData("refused@example.org")]
    [InlineData("unwanted@example.org")]
    [InlineData("no address")]
    public async Task What_is_refused_for_good_is_parked_and_the_others_go_on(string refused)
    {
        var city = await letters.NewCity();
        await letters.Award(city, letters.Person(refused));
        await letters.Award(city, letters.Person($"after+{city.Id:n}@example.org"));

        await letters.Mailbox.To($"after+{city.Id:n}@example.org", 1);

        await Eventually.Holds(async () => (await letters.Stored(city)).Contains("Parked"));
        Assert.True((await letters.Count()).Parked > 0);
    }

    [Fact]
    public async Task A_server_that_says_come_again_is_asked_again()
    {
        var city = await letters.NewCity();
        await letters.Award(city, letters.Person("later@example.org"));

        Assert.Single(await letters.Mailbox.To("later@example.org", 1));
    }

    [Fact]
    public async Task Nobody_is_written_to_who_is_gone()
    {
        var city = await letters.NewCity();
        await letters.Award(city, Guid.CreateVersion7());

        await Eventually.Holds(async () => (await letters.Stored(city)).Contains("There is nobody to write to any more"));
    }

    [Fact]
    public async Task Letters_wait_for_identity()
    {
        var city = await letters.NewCity();
        var learner = letters.Person("patient@example.org");
        letters.Suite.IdentityAnswers($"/people/{learner}/contact", 503);
        await letters.Award(city, learner);
        await Eventually.Holds(() => Task.FromResult(letters.Logged.Contains("cannot be sent now (HttpRequestException)")));

        letters.Suite.IdentityAnswers(
            $"/people/{learner}/contact", new { name = "Lilla", email = "patient@example.org", language = "en" });

        Assert.Single(await letters.Mailbox.To("patient@example.org", 1));
    }

    [Fact]
    public async Task No_name_and_no_address_is_kept_or_logged()
    {
        var city = await letters.NewCity();
        foreach (var name in new[] { "secret", "refused+secret", "unwanted+secret", "later+secret", "cut-off+secret" })
        {
            await letters.Award(city, letters.Person($"{name}@example.org", name: "Zsófia Titkos"));
        }

        await letters.Mailbox.To("cut-off+secret@example.org", 2);
        await letters.Mailbox.To("later+secret@example.org", 1);
        await Eventually.Holds(async () => !(await letters.Stored(city)).Contains("Waiting"));

        Assert.All([letters.Logged, await letters.Stored(city)], text =>
        {
            Assert.DoesNotContain("secret@example.org", text);
            Assert.DoesNotContain("Titkos", text);
        });
    }

    [Fact]
    public async Task A_password_is_reset_by_a_link_that_only_the_letter_holds()
    {
        var city = await letters.NewCity();
        var (request, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        const string link = "http://localhost:5000/szeged/new-password/abc123";
        letters.Suite.IdentityAnswers(
            $"/password-resets/{request}/letter", new { email = "forgot@example.org", name = "Lilla", language = "en", link });

        var requested = new PasswordResetRequested(city.Id, request, 1, person, DateTimeOffset.UnixEpoch);
        await letters.Suite.Deliver(requested);
        await letters.Suite.Deliver(requested); // published again

        Assert.Contains(link, (await letters.Mailbox.To("forgot@example.org", 1)).Single().TextBody);
        await Eventually.Holds(async () => (await letters.Stored(city)).Contains("Sent"));
        Assert.DoesNotContain("abc123", await letters.Stored(city) + letters.Logged);
        Assert.Empty(await city.Reads(person));
        Assert.Single(letters.Mailbox.To("forgot@example.org"));
    }
}
