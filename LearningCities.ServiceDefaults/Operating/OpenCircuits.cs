using System.Collections.Concurrent;
using Polly.Telemetry;

namespace LearningCities.ServiceDefaults.Operating;

/// <summary>Remembers which circuits of this process are open, from what the resilience handlers tell.</summary>
internal sealed class OpenCircuits(TimeProvider clock) : TelemetryListener
{
    private const string Opened = "OnCircuitOpened", Closed = "OnCircuitClosed";

    private readonly ConcurrentDictionary<string, OpenCircuit> _open = [];

    public IReadOnlyList<OpenCircuit> Now => [.. _open.Values.OrderBy(circuit => circuit.Since)];

    public override void Write<TResult, TArgs>(in TelemetryEventArguments<TResult, TArgs> args)
    {
        var name = args.Source.PipelineName ?? "";
        if (args.Event.EventName == Opened) // again, when it was tried and still does not answer
        {
            _open.TryAdd($"{name} {args.Source.PipelineInstanceName}", new OpenCircuit(name.Split('-')[0], clock.GetUtcNow()));
        }
        else if (args.Event.EventName == Closed)
        {
            _open.TryRemove($"{name} {args.Source.PipelineInstanceName}", out _);
        }
    }
}
