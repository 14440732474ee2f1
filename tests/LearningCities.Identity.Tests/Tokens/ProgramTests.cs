namespace LearningCities.Identity.Tests.Tokens;

public sealed class ProgramTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_programs_token_is_for_one_city_and_what_it_asked_for()
    {
        var town = await suite.HasTown();

        var byId = await (await Ask(town.Id.ToString())).Issued();
        var byName = await (await Ask(town.ShortName)).Issued();

        Assert.Equal((town.Id.ToString(), "notifications"), (byId.Read.GetPayloadValue<string>("city"), byId.Read.Subject));
        Assert.Equal(town.Id.ToString(), byName.Read.GetPayloadValue<string>("city"));
        Assert.Equal(["identity:contact"], byId.Scopes);
        Assert.Null(byId.Refresh);
    }

    [Fact]
    public async Task With_it_a_person_can_be_written_to()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        using var notifications = suite.With((await (await Ask(town.Id.ToString())).Issued()).Access);

        Assert.Equal(HttpStatusCode.OK, (await notifications.GetAsync($"/api/identity/people/{person.Id}/contact")).StatusCode);
    }

    [Theory]
    [InlineData("identity:manage", "invalid_request")]
    [InlineData("all", "invalid_scope")]
    public async Task More_than_is_its_own_is_refused(string scope, string error)
    {
        var response = await Ask(suite.NewCity().Id.ToString(), scope);

        Assert.Equal((HttpStatusCode.BadRequest, error), (response.StatusCode, await response.Error()));
    }

    [Fact]
    public async Task A_city_that_is_not_there_is_refused() =>
        Assert.Equal("invalid_grant", await (await Ask("atlantis")).Error());

    private Task<HttpResponseMessage> Ask(string city, string scope = "identity:contact") => suite.Ask(
        ("grant_type", "client_credentials"), ("client_id", "notifications"), ("client_secret", "notifications-secret"),
        ("scope", scope), ("city", city));
}
