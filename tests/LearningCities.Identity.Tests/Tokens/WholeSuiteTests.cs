namespace LearningCities.Identity.Tests.Tokens;

/// <summary>Identity's own tokens, where all modules share its process and ask it for its keys the short way.</summary>
public sealed class WholeSuiteTests
{
    [Fact]
    public async Task What_Identity_issues_every_module_takes()
    {
        await using var suite = new RunningIdentity(change: null, target: "all");
        await suite.InitializeAsync();
        var town = await suite.HasTown();
        var tokens = await town.SignedIn(await town.HasPerson());
        using var learner = suite.With(tokens.Access);

        foreach (var address in new[] { "/api/notifications", "/api/badges/awards/mine", "/api/identity/me" })
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await learner.GetAsync(address)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/api/insight/overview")).StatusCode);
    }
}
