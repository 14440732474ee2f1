using MassTransit;
using Microsoft.Extensions.Configuration;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>
/// What the broker must have before anything is sent: an exchange for each type of event, a quorum queue for each handler.
/// It is put there by <c>--topology</c>, with the whole suite's list, before any service starts.
/// </summary>
internal sealed class Topology(IConfiguration configuration)
{
    // Several installations may share a broker; each then has a word of its own before its names.
    private readonly string _prefix = configuration["Events:Prefix"] ?? "";

    public string Dead => $"{_prefix}city.dead";

    public string ExchangeOf(string eventType) => _prefix + eventType;

    /// <summary>The queue's name has a number, because RabbitMQ never changes the arguments of a queue that exists.</summary>
    public string QueueOf(Subscription subscription) => $"{_prefix}{subscription.Handler}.q1";

    public void Describe(IRabbitMqReceiveEndpointConfigurator queue, Subscription subscription)
    {
        queue.ConfigureConsumeTopology = false; // the exchange is named as the event, not as a class
        queue.Bind(ExchangeOf(subscription.EventType), exchange => exchange.ExchangeType = "fanout");
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", 1000); // a consumer that crashes must not make healthy messages vanish
        queue.SetQueueArgument("x-dead-letter-exchange", Dead);
        queue.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        queue.SetQueueArgument("x-overflow", "reject-publish");
        queue.PrefetchCount = 32;
        queue.ConcurrentMessageLimit = 8;
    }
}
