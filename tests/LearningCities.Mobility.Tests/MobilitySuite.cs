using LearningCities.Contracts.Mobility;
using LearningCities.ServiceDefaults.Events;

[assembly: AssemblyFixture(typeof(LearningCities.Mobility.Tests.MobilitySuite))]

namespace LearningCities.Mobility.Tests;

/// <summary>Mobility alone in its process. All tests share it, at the same time: each has cities of its own.</summary>
public sealed class MobilitySuite() : RunningSuite("mobility", ListenerModule.AlsoHandles<PlacementMoved, HearPlacementMoved>), IAsyncLifetime;

internal sealed class HearPlacementMoved(EventsOf<PlacementMoved> events) : IEventHandler<PlacementMoved>
{
    public Task Handle(PlacementMoved happened, CancellationToken cancellation)
    {
        events.Add(happened);
        return Task.CompletedTask;
    }
}
