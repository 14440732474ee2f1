using LearningCities.Contracts.Identity;

namespace LearningCities.Identity.Tests.Organisations;

public sealed class ChangeOrganisationTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_new_name_is_announced()
    {
        var town = await suite.HasTown();
        var id = await town.HasOrganisation();

        var response = await Change(town, id);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (response.StatusCode, response.Headers.ETag?.Tag));
        var heard = await suite.EventsOf<OrganisationChanged>().First(e => e.OrganisationId == id && e.Version == 2);
        Assert.Equal(("Új Ház", "https://haz.example"), (heard.Name["hu"], heard.Website));
        await (await Change(town, id)).Refused(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
    }

    [Fact]
    public async Task Another_citys_organisation_is_not_there() =>
        await (await Change(await suite.HasTown(), await (await suite.HasTown()).HasOrganisation()))
            .Refused(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Only_administrators_change_it()
    {
        var town = await suite.HasTown();
        using var staff = town.City.Client("identity:people");

        await (await Change(town, await town.HasOrganisation(), staff)).Refused(HttpStatusCode.Forbidden, "not-allowed");
    }

    private static async Task<HttpResponseMessage> Change(Town town, Guid id, HttpClient? client = null)
    {
        using var manager = town.Manager();
        return await (client ?? manager).Change(
            $"/api/identity/organisations/{id}",
            new { name = new { hu = "Új Ház" }, district = "ujszeged", website = "https://haz.example" },
            new("\"1\""));
    }
}
