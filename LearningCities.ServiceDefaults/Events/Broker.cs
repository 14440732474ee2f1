using System.Diagnostics;
using MassTransit;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>An event as it travels: its own JSON, and what is needed to deliver it once.</summary>
/// <param name="TraceParent">The span in which it was published (W3C Trace Context).</param>
public sealed record EventEnvelope(Guid Id, string Type, string Body, string? TraceParent);

internal enum Outcome
{
    Confirmed,

    /// <summary>This message is bad: nobody could ever take it.</summary>
    Refused,

    /// <summary>The broker is away or does not answer.</summary>
    Unknown,
}

/// <summary>RabbitMQ, through MassTransit as no more than a transport.</summary>
internal sealed class Broker(IBus bus, Topology topology, ActivitySource spans)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<(Outcome Outcome, Exception? Fault)> Publish(OutboxMessage message, string module, CancellationToken cancellation)
    {
        using var span = spans.StartActivity($"{message.Type} publish", ActivityKind.Producer, message.TraceParent);
        span?.SetTag("module", module);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Limit);
            var exchange = await bus.GetSendEndpoint(new Uri($"exchange:{topology.ExchangeOf(message.Type)}?type=fanout"));
            var envelope = new EventEnvelope(message.Id, message.Type, message.Body, span?.Id ?? message.TraceParent);
            await exchange.Send(
                envelope,
                send =>
                {
                    send.MessageId = message.Id;
                    if (send is RabbitMqSendContext rabbit)
                    {
                        // RabbitMQ confirms what no queue receives; as every event has a listener, that would be a loss.
                        rabbit.Mandatory = true;
                    }
                },
                limit.Token).WaitAsync(Limit, cancellation);
            return (Outcome.Confirmed, null);
        }
        catch (Exception fault) when (fault is MessageReturnedException or MessageException)
        {
            return (Outcome.Refused, fault);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return (Outcome.Unknown, fault);
        }
    }
}
