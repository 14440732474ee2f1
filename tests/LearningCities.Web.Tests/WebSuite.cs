[assembly: AssemblyFixture(typeof(LearningCities.Web.Tests.WebSuite))]

namespace LearningCities.Web.Tests;

/// <summary>All modules in one process: pages are composed of what the others answer.</summary>
public sealed class WebSuite() : RunningSuite("all"), IAsyncLifetime;
