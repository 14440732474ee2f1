using System.Text.Json;

namespace LearningCities.Identity.Tests.Disclosures;

public sealed class ShowContactTests(IdentitySuite suite)
{
    [Fact]
    public async Task Who_writes_letters_is_told_where_to_and_she_sees_that()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson("Szabó Éva");
        using var letters = town.Letters();

        var contact = await letters.GetFromJsonAsync<Contact>($"/api/identity/people/{person.Id}/contact");

        Assert.Equal(new Contact("Szabó Éva", person.Email, "hu"), contact);
        using var self = town.City.ClientOf(person.Id, "identity:self");
        var audit = await self.GetFromJsonAsync<JsonElement>("/api/identity/me/audit");
        Assert.Equal("contact", audit.GetProperty("items")[0].GetProperty("what").GetString());
    }

    [Fact]
    public async Task Another_citys_people_are_not_there()
    {
        var person = await (await suite.HasTown()).HasPerson();
        using var letters = (await suite.HasTown()).Letters();

        await (await letters.GetAsync($"/api/identity/people/{person.Id}/contact")).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Nobody_else_is_told()
    {
        var town = await suite.HasTown();
        using var staff = town.City.Client("identity:people");
        using var visitor = town.City.Anonymous();

        await (await staff.GetAsync($"/api/identity/people/{Guid.CreateVersion7()}/contact")).Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await visitor.GetAsync($"/api/identity/people/{Guid.CreateVersion7()}/contact")).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    private sealed record Contact(string Name, string Email, string Language);
}
