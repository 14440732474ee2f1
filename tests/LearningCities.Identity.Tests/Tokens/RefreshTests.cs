using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server;

[assembly: AssemblyFixture(typeof(LearningCities.Identity.Tests.Tokens.ImpatientSuite))]

namespace LearningCities.Identity.Tests.Tokens;

/// <summary>Where a refresh token that was used is at once known to be stolen, without the half minute of grace.</summary>
public sealed class ImpatientSuite() : RunningIdentity(builder =>
    builder.Services.PostConfigure<OpenIddictServerOptions>(options => options.RefreshTokenReuseLeeway = TimeSpan.Zero)),
    IAsyncLifetime;

public sealed class RefreshTests(IdentitySuite suite, ImpatientSuite impatient)
{
    [Fact]
    public async Task Each_refresh_gives_another_refresh_token()
    {
        var town = await suite.HasTown();
        var first = await town.SignedIn(await town.HasPerson());

        var second = await (await suite.Refresh(first.Refresh!)).Issued();
        var third = await (await suite.Refresh(second.Refresh!)).Issued();

        Assert.Distinct([first.Refresh, second.Refresh, third.Refresh]);
        Assert.Equal(first.Read.Subject, third.Read.Subject);
    }

    [Fact]
    public async Task A_token_that_is_used_twice_ends_the_whole_session()
    {
        var town = await impatient.HasTown();
        var first = await town.SignedIn(await town.HasPerson());
        var second = await (await impatient.Refresh(first.Refresh!)).Issued();

        Assert.Equal("invalid_grant", await (await impatient.Refresh(first.Refresh!)).Error()); // the thief, or she after him

        Assert.Equal("invalid_grant", await (await impatient.Refresh(second.Refresh!)).Error());
    }

    [Fact]
    public async Task Two_pages_that_refresh_at_the_same_moment_both_go_on()
    {
        var town = await suite.HasTown();
        var first = await town.SignedIn(await town.HasPerson());
        await (await suite.Refresh(first.Refresh!)).Issued();

        Assert.Equal(HttpStatusCode.OK, (await suite.Refresh(first.Refresh!)).StatusCode);
    }

    [Fact]
    public async Task Rights_that_were_taken_are_gone_at_the_next_refresh()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        var organisation = await town.HasOrganisation();
        var added = await (await town.AddsMember(organisation, person.Email)).Content.ReadFromJsonAsync<Member>();
        var before = await town.SignedIn(person);
        using var manager = town.Manager();

        await manager.PutAsync($"/api/identity/organisations/{organisation}/members/{added!.Id}/end", null);

        var after = await (await suite.Refresh(before.Refresh!)).Issued();
        Assert.Contains("badges:award", before.Scopes);
        Assert.DoesNotContain("badges:award", after.Scopes);
        Assert.False(after.Read.TryGetClaim("organisation", out _));
    }

    [Fact]
    public async Task A_made_up_token_is_refused() =>
        Assert.Equal("invalid_grant", await (await suite.Refresh("made-up")).Error());

    private sealed record Member(Guid Id);
}
