using System.Text.Json;
using LearningCities.Contracts;
using LearningCities.Contracts.Catalogue;
using LearningCities.Contracts.Mobility;
using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Identity.Tests.Disclosures;

public sealed class ListPeopleTests(IdentitySuite suite)
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Guid _signUp = Guid.CreateVersion7();
    private readonly Guid _activity = Guid.CreateVersion7();

    [Fact]
    public async Task Who_has_signed_up_is_known_to_the_organisation_and_can_see_that()
    {
        var town = await suite.HasTown();
        var (learner, organisation) = (await town.HasPerson("Szabó Éva"), await town.HasOrganisation("Ház"));
        await suite.Deliver(Made(town, learner, organisation));

        Assert.Equal(["Szabó Éva"], await Names(town, organisation, learner.Id, Guid.CreateVersion7()));

        using var self = town.City.ClientOf(learner.Id, "identity:self");
        var seen = (await self.GetFromJsonAsync<JsonElement>("/api/identity/me/audit")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal("Ház", seen.GetProperty("organisationName").GetProperty("hu").GetString());
        Assert.Equal("name", seen.GetProperty("what").GetString());
    }

    [Fact]
    public async Task Nobody_else_is()
    {
        var town = await suite.HasTown();
        var (learner, organisation) = (await town.HasPerson(), await town.HasOrganisation());
        await suite.Deliver(Made(town, learner, organisation));

        Assert.Empty(await Names(town, Guid.CreateVersion7(), learner.Id));
        Assert.Empty(await Names(town, organisation, (await town.HasPerson()).Id));
        using var self = town.City.ClientOf(learner.Id, "identity:self");
        Assert.Empty((await self.GetFromJsonAsync<JsonElement>("/api/identity/me/audit")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Who_cancels_is_forgotten_and_who_came_is_not()
    {
        var town = await suite.HasTown();
        var (learner, organisation) = (await town.HasPerson(), await town.HasOrganisation());

        await suite.Deliver(Cancelled(town, learner, organisation, version: 2));
        await suite.Deliver(Made(town, learner, organisation)); // late

        Assert.Empty(await Names(town, organisation, learner.Id));
        await suite.Deliver(new AttendanceConfirmed(
            town.Id, _signUp, 3, _activity, organisation, learner.Id, Title, "belvaros", Noon));
        Assert.Single(await Names(town, organisation, learner.Id));
    }

    [Fact]
    public async Task The_host_organisation_of_a_placement_knows_her_from_another_city_until_somebody_says_no()
    {
        var (home, abroad) = (await suite.HasTown(), await suite.HasTown());
        var learner = await home.HasPerson("Szabó Éva");
        var (sending, host) = (await home.HasOrganisation("Küldő"), await abroad.HasOrganisation("Fogadó"));
        var placement = Guid.CreateVersion7();
        await suite.Deliver(Moved("applied", 1));

        Assert.Equal(["Szabó Éva"], await Names(abroad, host, learner.Id));
        Assert.Equal(["Szabó Éva"], await Names(home, sending, learner.Id));
        using var self = home.City.ClientOf(learner.Id, "identity:self");
        var audit = await self.GetFromJsonAsync<JsonElement>("/api/identity/me/audit");
        Assert.Equal(
            ["Küldő", "Fogadó"],
            audit.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("organisationName").GetProperty("hu").GetString()));

        await suite.Deliver(Moved("declined", 2));
        Assert.Empty(await Names(abroad, host, learner.Id));

        PlacementMoved Moved(string state, long version) => new(
            home.Id, placement, version, learner.Id, sending, host, abroad.Id, Title, state, "host", Noon);
    }

    [Fact]
    public async Task Without_its_audit_nothing_is_shown_and_what_is_written_stays()
    {
        var town = await suite.HasTown();
        var (learner, organisation) = (await town.HasPerson(), await town.HasOrganisation());
        await suite.Deliver(Made(town, learner, organisation));
        await Names(town, organisation, learner.Id);
        await using var scope = suite.Services.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(town.Id, "vandal");
        var db = scope.ServiceProvider.GetServices<ModuleDb>().Single(one => one.GetType().Name.EndsWith("IdentityDb", StringComparison.Ordinal));

        foreach (var sql in new[] { "UPDATE {0} SET what = 'nothing'", "DELETE FROM {0}" })
        {
            var table = db.Database.IsNpgsql() ? "identity.audit_entry" : "audit_entry";
            var fault = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => db.Database.ExecuteSqlRawAsync(string.Format(null, sql, table)));
            Assert.Contains("audit", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_staff_asks_for_names_and_not_for_a_whole_city()
    {
        var town = await suite.HasTown();
        using var learner = town.City.Client("identity:self");
        using var visitor = town.City.Anonymous();
        using var staff = town.City.Client("identity:people");
        var many = string.Join('&', Enumerable.Range(0, 101).Select(_ => $"ids={Guid.CreateVersion7()}"));

        await (await learner.GetAsync("/api/identity/people")).Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await visitor.GetAsync("/api/identity/people")).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
        await (await staff.GetAsync($"/api/identity/people?{many}")).Refused(HttpStatusCode.BadRequest, "request-invalid");
        await (await staff.GetAsync("/api/identity/people?ids=anna")).Refused(HttpStatusCode.BadRequest, "request-malformed");
    }

    private static LocalizedText Title => new("hu", "Robotika");

    private SignUpMade Made(Town town, Someone learner, Guid organisation) =>
        new(town.Id, _signUp, 1, _activity, organisation, learner.Id, Title, "belvaros", Noon);

    private SignUpCancelled Cancelled(Town town, Someone learner, Guid organisation, long version) =>
        new(town.Id, _signUp, version, _activity, organisation, learner.Id, Title, "belvaros", Noon);

    private static async Task<string[]> Names(Town town, Guid organisation, params Guid[] ids)
    {
        using var staff = town.City.ClientOf(Guid.CreateVersion7(), [organisation], "identity:people");
        var query = string.Join('&', ids.Select(id => $"ids={id}"));
        var people = await staff.GetFromJsonAsync<People>($"/api/identity/people?{query}");
        return [.. people!.Items.Select(p => p.Name)];
    }

    private sealed record People(Named[] Items);

    private sealed record Named(Guid Id, string Name);
}
