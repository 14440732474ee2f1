namespace LearningCities.Identity.Tests.People;

public sealed class ChangeMeTests(IdentitySuite suite)
{
    [Fact]
    public async Task I_change_my_name_and_language()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        using var client = town.City.ClientOf(person.Id, "identity:self");

        var response = await client.Change("/api/identity/me", new { name = "Kovács Anna Mária", language = "en" }, new("\"1\""));

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (response.StatusCode, response.Headers.ETag?.Tag));
        var me = await client.GetFromJsonAsync<Myself>("/api/identity/me");
        Assert.Equal(("Kovács Anna Mária", "en", 2), (me!.Name, me.Language, me.Version));
        await (await client.Change("/api/identity/me", new { name = "Anna", language = "en" }, new("\"1\"")))
            .Refused(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
    }

    [Fact]
    public async Task In_another_city_I_am_nobody()
    {
        var person = await (await suite.HasTown()).HasPerson();
        using var client = (await suite.HasTown()).City.ClientOf(person.Id, "identity:self");

        await (await client.GetAsync("/api/identity/me")).Refused(HttpStatusCode.NotFound, "not-found");
        await (await client.Change("/api/identity/me", new { name = "Anna", language = "hu" }, new("\"1\"")))
            .Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("", "hu")]
    [InlineData("Anna", "HU")]
    public async Task What_cannot_be_is_refused(string name, string language)
    {
        var town = await suite.HasTown();
        using var client = town.City.ClientOf((await town.HasPerson()).Id, "identity:self");

        await (await client.Change("/api/identity/me", new { name, language }, new("\"1\"")))
            .Refused(HttpStatusCode.BadRequest, "request-invalid");
    }

    [Fact]
    public async Task Without_the_right_to_it_nothing_is_shown_or_changed()
    {
        var town = await suite.HasTown();
        using var other = town.City.Client("catalogue:join");
        using var visitor = town.City.Anonymous();

        await (await other.GetAsync("/api/identity/me")).Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await visitor.GetAsync("/api/identity/me")).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
    }
}
