[assembly: AssemblyFixture(typeof(LearningCities.Mobility.Tests.MobilitySuite))]

namespace LearningCities.Mobility.Tests;

/// <summary>Mobility alone in its process. All tests share it, at the same time: each has cities of its own.</summary>
public sealed class MobilitySuite() : RunningSuite("mobility"), IAsyncLifetime;
