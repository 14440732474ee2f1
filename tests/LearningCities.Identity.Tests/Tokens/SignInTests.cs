using System.Diagnostics.Metrics;

namespace LearningCities.Identity.Tests.Tokens;

public sealed class SignInTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_learners_token_says_who_she_is_and_what_a_learner_may()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();

        var tokens = await town.SignedIn(person);

        var read = tokens.Read;
        Assert.Equal(("at+jwt", "ES256", "http://localhost:5000/"), (read.Typ, read.Alg, read.Issuer));
        Assert.Equal(["learning-cities"], read.Audiences);
        Assert.Equal((person.Id.ToString(), town.Id.ToString()), (read.Subject, read.GetPayloadValue<string>("city")));
        Assert.Equal(600, tokens.Seconds, 1d);
        Assert.Equal(
            ["badges:own", "catalogue:join", "identity:self", "mobility:own", "notifications:read", "offline_access", "pathways:own"],
            tokens.Scopes.Order());
        Assert.False(read.TryGetClaim("organisation", out _));
        Assert.False(read.TryGetClaim("stamp", out _));
    }

    [Fact]
    public async Task A_staff_members_token_names_her_organisations_as_an_array()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        var organisation = await town.HasOrganisation();
        await town.AddsMember(organisation, person.Email);

        var tokens = await town.SignedIn(person);

        Assert.Equal([organisation.ToString()], tokens.Read.GetPayloadValue<string[]>("organisation"));
        Assert.Superset(new HashSet<string> { "identity:self", "identity:people", "badges:award" }, tokens.Scopes.ToHashSet());
    }

    [Fact]
    public async Task An_unknown_address_a_wrong_password_and_too_many_tries_look_the_same()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();

        var unknown = await town.SignIn(Town.AnAddress());
        var wrong = await town.SignIn(person.Email, "not-the-password");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => town.SignIn(person.Email, "not-the-password")));
        var locked = await town.SignIn(person.Email);

        var answers = await Task.WhenAll(new[] { unknown, wrong, locked }.Select(r => r.Content.ReadAsStringAsync()));
        Assert.Single(answers.Distinct());
        Assert.All([unknown, wrong, locked], response => Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode));
        Assert.Equal("invalid_grant", await unknown.Error());
    }

    [Fact]
    public async Task One_that_fails_is_counted_and_nobody_is_named()
    {
        var town = await suite.HasTown();
        var (counted, named) = (0L, 0);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "city.sign_in.failures_total")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, measured, tags, _) =>
        {
            Interlocked.Add(ref counted, measured); // others may fail beside us
            Interlocked.Add(ref named, tags.Length);
        });
        listener.Start();

        await town.SignIn(Town.AnAddress());

        Assert.True(Interlocked.Read(ref counted) >= 1);
        Assert.Equal(0, named);
    }

    [Fact]
    public async Task A_hundred_guesses_at_one_moment_are_five()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => town.SignIn(person.Email, "not-the-password")));

        Assert.Equal("invalid_grant", await (await town.SignIn(person.Email)).Error()); // right, and too late
    }

    [Fact]
    public async Task Who_mistypes_four_times_still_gets_in_and_starts_anew()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        for (var round = 0; round < 2; round++)
        {
            for (var tries = 0; tries < 4; tries++)
            {
                await town.SignIn(person.Email, "not-the-password");
            }

            Assert.Equal(HttpStatusCode.OK, (await town.SignIn(person.Email)).StatusCode);
        }
    }

    [Theory]
    [InlineData("web", "wrong-secret")]
    [InlineData("stranger", "web-secret")]
    public async Task A_program_that_is_not_ours_is_refused(string program, string secret)
    {
        var response = await suite.Ask(
            ("grant_type", "urn:learning-cities:password"), ("client_id", program), ("client_secret", secret),
            ("username", "anna@example.org"), ("password", Town.GoodPassword));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (response.StatusCode, await response.Error()));
    }

    [Fact]
    public async Task Only_Web_brings_passwords()
    {
        var response = await suite.Ask(
            ("grant_type", "urn:learning-cities:password"), ("client_id", "notifications"),
            ("client_secret", "notifications-secret"), ("username", "anna@example.org"), ("password", Town.GoodPassword));

        Assert.Equal((HttpStatusCode.BadRequest, "unauthorized_client"), (response.StatusCode, await response.Error()));
    }
}
