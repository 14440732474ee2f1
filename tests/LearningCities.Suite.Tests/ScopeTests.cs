using System.Reflection;

namespace LearningCities.Suite.Tests;

/// <summary>What endpoints ask for and what tokens allow are decided in different modules, and have to meet.</summary>
public sealed class ScopeTests(WholeSuite suite)
{
    [Fact]
    public void Whatever_an_endpoint_asks_for_somebody_is_granted() => Assert.Empty(Asked.Except(Granted));

    [Fact]
    public void Nobody_is_granted_what_no_endpoint_asks_for() => Assert.Empty(Granted.Except(Asked));

    private IEnumerable<string> Asked => suite.Scopes();

    private static IEnumerable<string> Granted
    {
        get
        {
            var granted = Assembly.Load("LearningCities.Identity").GetType("LearningCities.Identity.Scopes")?.GetProperty("All");
            Assert.SkipWhen(granted is null, "Identity grants nothing yet.");
            return (IEnumerable<string>)granted.GetValue(null)!;
        }
    }
}
