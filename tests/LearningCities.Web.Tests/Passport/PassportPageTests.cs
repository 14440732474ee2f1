using LearningCities.Contracts;

namespace LearningCities.Web.Tests.Passport;

public class PassportPageTests(WebSuite suite)
{
    [Fact]
    public async Task A_learner_applies_both_sides_agree_and_each_page_says_whose_turn_it_is()
    {
        var journey = await Begins();
        await journey.Applies();
        Assert.True(journey.Learner.Sees("Your application is sent."));
        Assert.True(journey.Learner.Sees("We wait for Szeged School"));

        await journey.Answers(journey.Sending, "agree", "");
        Assert.True(journey.Sending.Sees("We wait for Rog Workshop"));
        await journey.Answers(journey.Host, "agree", "Welcome.");

        await journey.Learner.Open(journey.Passport);
        Assert.True(journey.Learner.Sees("Your turn"));
        Assert.True(journey.Learner.Sees("Welcome."));
        await journey.Learner.Press("tick");
        Assert.True(journey.Learner.Sees("Ticked off."));
    }

    [Fact]
    public async Task Who_says_no_says_why()
    {
        var journey = await Begins();
        await journey.Applies();

        await journey.Answers(journey.Sending, "decline", "");
        Assert.True(journey.Sending.Sees("Write why not"));
        await journey.Sending.Press("decline", ("comment", "You have exams in June."));

        await journey.Learner.Open(journey.Passport);
        Assert.True(journey.Learner.Sees("Szeged School said no"));
        Assert.True(journey.Learner.Sees("You have exams in June."));
    }

    [Fact]
    public async Task Nobody_else_sees_the_passport()
    {
        var journey = await Begins();
        await journey.Applies();
        var (other, _) = await journey.Town.Learner("Nagy Bence");

        await other.Open(journey.Passport);

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task An_application_without_a_sender_keeps_what_was_written()
    {
        var journey = await Begins();
        await journey.Learner.Open(journey.Offer);

        await journey.Learner.Press("apply", ("sendingOrganisationId", ""), ("motivation", "I want to build wheels."));

        Assert.True(journey.Learner.Sees("Choose the organisation that sends you"));
        Assert.True(journey.Learner.Sees("I want to build wheels."));
    }

    [Fact]
    public async Task The_booklet_is_a_pdf()
    {
        var journey = await Begins();
        await journey.Applies();

        using var booklet = await journey.Learner.Fetch($"{journey.Passport}/booklet");

        Assert.Equal("application/pdf", booklet.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF", await booklet.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Journey> Begins()
    {
        var town = await Town.In(suite);
        var (sending, school) = await town.Staff("Szeged School");
        var (host, workshop) = await town.Staff("Rog Workshop");
        var (learner, _) = await town.Learner();
        using var program = town.Program(workshop, "mobility:manage");
        var offer = await Badges.Shares.Id(await program.Create("/api/mobility/offers", new
        {
            organisationId = workshop,
            title = new LocalizedText("en", "Three weeks in a bike workshop"),
            description = new LocalizedText("en", "You repair city bikes."),
            field = "bicycle mechanics",
            languages = (string[])["en"],
            from = "2030-06-03",
            to = "2030-06-21",
            places = 1,
        }));
        var journey = new Journey(town, learner, sending, host, school, $"/{town.ShortName}/abroad/{offer}");
        await Eventually.Holds(async () => // the organisations' names come by events
        {
            await learner.Open(journey.Offer);
            return learner.Sees("Rog Workshop") && learner.Sees("Szeged School");
        });
        return journey;
    }

    private sealed record Journey(Town Town, Visitor Learner, Visitor Sending, Visitor Host, Guid School, string Offer)
    {
        public string Passport { get; private set; } = "";

        public async Task Applies()
        {
            await Learner.Open(Offer);
            await Learner.Press("apply", ("sendingOrganisationId", $"{School}"), ("motivation", "I want to build wheels."));
            Passport = Learner.Path.Split('?')[0];
        }

        public async Task Answers(Visitor staff, string decision, string comment)
        {
            await staff.Open(Passport.Replace("/passport/", "/organisation/placements/", StringComparison.Ordinal));
            await staff.Press(decision, ("comment", comment));
        }
    }
}
