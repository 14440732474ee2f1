[assembly: AssemblyFixture(typeof(LearningCities.Web.Tests.WebSuite))]
[assembly: AssemblyFixture(typeof(LearningCities.Web.Tests.LonelySuite))]

namespace LearningCities.Web.Tests;

/// <summary>
/// All modules in one process: pages are composed of what the others answer. All visitors come from one address here, so
/// that the limits for one are lifted.
/// </summary>
public sealed class WebSuite() : RunningSuite(
    "all",
    also: new BrokenModule(),
    settings: NoLimits),
    IAsyncLifetime
{
    internal static readonly string[] NoLimits =
    [
        "--Edge:SignInsPerQuarterHour=100000", "--Edge:PagesPerMinute=1000000", "--Edge:AnonymousPerMinute=1000000",
        "--Edge:CallerPerMinute=1000000",
    ];
}

/// <summary>
/// Pages, Identity and the edge without the modules that they ask: those do not answer. What is asked too often is refused.
/// </summary>
public sealed class LonelySuite() : RunningSuite(
    "identity,web,gateway",
    settings:
    [
        "--Edge:SignInsPerQuarterHour=50", "--Edge:PagesPerMinute=1000000", "--Edge:AnonymousPerMinute=1000000",
        "--Edge:CallerPerMinute=1000000",
        .. Away.Select(module => $"--services:{module}:http:0=http://127.0.0.1:9"),
    ]),
    IAsyncLifetime
{
    private static readonly string[] Away = ["catalogue", "pathways", "badges", "mobility", "notifications", "insight"];
}
