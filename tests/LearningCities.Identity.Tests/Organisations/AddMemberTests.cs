using System.Text.Json;

namespace LearningCities.Identity.Tests.Organisations;

public sealed class AddMemberTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_member_sees_her_organisation_and_administrators_see_her_and_she_sees_that()
    {
        var town = await suite.HasTown();
        var (person, organisation) = (await town.HasPerson("Tóth Béla"), await town.HasOrganisation("Ház"));

        var response = await town.AddsMember(organisation, person.Email);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var self = town.City.ClientOf(person.Id, "identity:self");
        var me = await self.GetFromJsonAsync<Myself>("/api/identity/me");
        Assert.Equal(["learner", "staff"], me!.Roles);
        Assert.Equal((organisation, "Ház"), (me.Organisations.Single().Id, me.Organisations.Single().Name["hu"]));
        using var manager = town.Manager();
        var members = await manager.GetFromJsonAsync<JsonElement>(response.Headers.Location);
        Assert.Equal(["Tóth Béla"], members.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("name").GetString()));
        var audit = await self.GetFromJsonAsync<JsonElement>("/api/identity/me/audit");
        Assert.Equal("administration", audit.GetProperty("items")[0].GetProperty("program").GetString());
    }

    [Fact]
    public async Task Nobody_is_a_member_twice()
    {
        var town = await suite.HasTown();
        var (person, organisation) = (await town.HasPerson(), await town.HasOrganisation());
        await town.AddsMember(organisation, person.Email);

        await (await town.AddsMember(organisation, person.Email)).Refused(HttpStatusCode.Conflict, "already-a-member");
    }

    [Fact]
    public async Task After_the_end_she_can_be_a_member_again()
    {
        var town = await suite.HasTown();
        var (person, organisation) = (await town.HasPerson(), await town.HasOrganisation());
        var added = await (await town.AddsMember(organisation, person.Email)).Content.ReadFromJsonAsync<JsonElement>();
        using var manager = town.Manager();
        var address = $"/api/identity/organisations/{organisation}/members/{added.GetProperty("id").GetGuid()}/end";

        Assert.Equal(HttpStatusCode.OK, (await manager.PutAsync(address, null)).StatusCode);

        Assert.Equal(HttpStatusCode.Created, (await town.AddsMember(organisation, person.Email)).StatusCode);
        using var elsewhere = (await suite.HasTown()).Manager();
        await (await elsewhere.PutAsync(address, null)).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Who_has_no_account_here_is_unknown()
    {
        var town = await suite.HasTown();
        var organisation = await town.HasOrganisation();
        var elsewhere = await (await suite.HasTown()).HasPerson();

        await (await town.AddsMember(organisation, Town.AnAddress())).Refused(HttpStatusCode.NotFound, "person-unknown");
        await (await town.AddsMember(organisation, elsewhere.Email)).Refused(HttpStatusCode.NotFound, "person-unknown");
        await (await town.AddsMember(organisation, "anna")).Refused(HttpStatusCode.BadRequest, "request-invalid");
    }

    [Fact]
    public async Task Another_citys_organisation_is_not_there()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();

        await (await town.AddsMember(await (await suite.HasTown()).HasOrganisation(), person.Email))
            .Refused(HttpStatusCode.NotFound, "not-found");
    }
}
