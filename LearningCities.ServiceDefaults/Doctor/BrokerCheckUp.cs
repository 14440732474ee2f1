using System.Runtime.CompilerServices;
using LearningCities.ServiceDefaults.Events;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace LearningCities.ServiceDefaults;

/// <summary>That the broker answers and has a queue for each handler here: without one, events wait in their outboxes.</summary>
internal sealed class BrokerCheckUp(IConfiguration configuration, IEnumerable<Subscription> subscriptions) : ICheckUp
{
    private const ushort NotFound = 404;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Finding> Look([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (configuration.EventsCarriedBy() is EventsBy.Direct)
        {
            yield return new("events", Standing.Fine, "go straight to the handlers in this process");
            yield break;
        }

        yield return await Queues(cancellation);
    }

    private async Task<Finding> Queues(CancellationToken cancellation)
    {
        try
        {
            var factory = new ConnectionFactory
            {
                Uri = new Uri(configuration.Required("ConnectionStrings:rabbitmq")), RequestedConnectionTimeout = Limit,
            };
            await using var connection = await factory.CreateConnectionAsync("doctor", cancellation);
            var topology = new Topology(configuration);
            var missing = new List<string>();
            string[] wanted = [topology.Dead, .. subscriptions.Select(topology.QueueOf)];
            foreach (var queue in wanted)
            {
                if (!await Has(connection, queue, cancellation))
                {
                    missing.Add(queue);
                }
            }

            return missing.Count == 0
                ? new("rabbitmq", Standing.Fine, $"{wanted.Length} queues are there")
                : new("rabbitmq", Standing.Mend, $"{missing.Count} queues are missing, {missing[0]} first. Run --topology with --target=all.");
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return Finding.Silent("rabbitmq", fault, "Start it, or correct 'ConnectionStrings:rabbitmq'. Events wait in their outboxes until then.");
        }
    }

    private static async Task<bool> Has(IConnection connection, string queue, CancellationToken cancellation)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation); // what fails on it closes it
        try
        {
            await channel.QueueDeclarePassiveAsync(queue, cancellation);
            return true;
        }
        catch (OperationInterruptedException fault) when (fault.ShutdownReason?.ReplyCode == NotFound)
        {
            return false;
        }
    }
}
