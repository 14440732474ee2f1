namespace LearningCities.Web.Tests.CityOffice;

public class OneOrganisationTests(WebSuite suite)
{
    [Fact]
    public async Task An_organisation_is_added_with_somebody_who_works_there()
    {
        var town = await Town.In(suite);
        using var administrator = await Adds(town, "Bike Kitchen");

        await administrator.Press("member", ("email", town.Admin));

        Assert.True(administrator.Sees("Added. They can work for the organisation from their next sign-in."));
    }

    [Fact]
    public async Task A_key_is_shown_once()
    {
        var town = await Town.In(suite);
        using var administrator = await Adds(town, "Bike Kitchen");

        await administrator.Press("key", ("keyName", "Our website"), ("scopes", "catalogue:publish"));

        Assert.True(administrator.Sees("cty_live_"));
        await administrator.Open(administrator.Path);
        Assert.False(administrator.Sees("cty_live_"));
        Assert.True(administrator.Sees("Our website"));
    }

    [Fact]
    public async Task Who_has_no_account_cannot_be_added_and_the_address_stays()
    {
        var town = await Town.In(suite);
        using var administrator = await Adds(town, "Bike Kitchen");

        await administrator.Press("member", ("email", "nobody@example.org"));

        Assert.True(administrator.Sees("value=\"nobody@example.org\""));
        Assert.True(administrator.Sees("needs your help"));
    }

    [Fact]
    public async Task An_organisation_needs_a_name()
    {
        var town = await Town.In(suite);
        using var administrator = await Adds(town, "");

        Assert.True(administrator.Sees("Write the name of the organisation"));
    }

    [Fact]
    public async Task Staff_may_not()
    {
        var town = await Town.In(suite);
        var (staff, organisation) = await town.Staff();

        await staff.Open($"/{town.ShortName}/city/organisations/{organisation}");

        Assert.Equal(HttpStatusCode.Forbidden, staff.Status);
    }

    private static async Task<Visitor> Adds(Town town, string name)
    {
        var administrator = await town.Administrator();
        await administrator.Open($"/{town.ShortName}/city/organisations");
        await administrator.Press("add", ("name.en", name), ("district", ""), ("website", ""));
        return administrator;
    }
}
