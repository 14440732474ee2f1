[assembly: AssemblyFixture(typeof(LearningCities.Web.Tests.WebSuite))]

namespace LearningCities.Web.Tests;

/// <summary>
/// All modules in one process: pages are composed of what the others answer. All visitors come from one address here, so
/// that the limits for one are lifted.
/// </summary>
public sealed class WebSuite() : RunningSuite(
    "all", settings: ["--Edge:SignInsPerQuarterHour=100000", "--Edge:PagesPerMinute=1000000", "--Edge:AnonymousPerMinute=1000000", "--Edge:CallerPerMinute=1000000"]),
    IAsyncLifetime;
