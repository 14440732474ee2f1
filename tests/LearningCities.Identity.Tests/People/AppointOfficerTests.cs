namespace LearningCities.Identity.Tests.People;

public sealed class AppointOfficerTests(IdentitySuite suite)
{
    [Fact]
    public async Task An_officers_next_token_reads_the_citys_figures()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        var before = await town.SignedIn(person);

        Assert.Equal(HttpStatusCode.OK, (await Appoint(town, person.Email)).StatusCode);

        var after = await (await suite.Refresh(before.Refresh!)).Issued();
        Assert.DoesNotContain("insight:read", before.Scopes);
        Assert.Contains("insight:read", after.Scopes);
    }

    [Fact]
    public async Task Somebody_of_another_city_is_unknown_here() =>
        await (await Appoint(await suite.HasTown(), (await (await suite.HasTown()).HasPerson()).Email))
            .Refused(HttpStatusCode.NotFound, "person-unknown");

    [Fact]
    public async Task Only_administrators_appoint()
    {
        var town = await suite.HasTown();
        using var officer = town.City.Client("insight:read");
        using var visitor = town.City.Anonymous();

        await (await Appoint(town, "anna@example.org", officer)).Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await Appoint(town, "anna@example.org", visitor)).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
        await (await Appoint(town, "anna")).Refused(HttpStatusCode.BadRequest, "request-invalid");
    }

    private static async Task<HttpResponseMessage> Appoint(Town town, string email, HttpClient? client = null)
    {
        using var manager = town.Manager();
        return await (client ?? manager).PostAsJsonAsync("/api/identity/officers", new { email });
    }
}
