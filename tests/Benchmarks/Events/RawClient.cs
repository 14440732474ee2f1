using System.Diagnostics;
using System.Text;
using RabbitMQ.Client;

namespace LearningCities.Benchmarks.Events;

/// <summary>RabbitMQ's own client, and nothing before or behind it.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private const int InFlight = 256;

    private readonly string _queue = $"bench.{Guid.CreateVersion7():n}";
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private RawClient(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    public static async Task<RawClient> Connect(string broker)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        return new RawClient(connection, await connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null)));
    }

    /// <summary>A queue for what is published to the exchange: as ours, and nobody reads from it.</summary>
    public async Task Bind(string exchange)
    {
        await _channel.QueueDeclareAsync(
            _queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await _channel.ExchangeDeclareAsync(exchange, "fanout", durable: true);
        await _channel.QueueBindAsync(_queue, exchange, "");
    }

    /// <returns>How many were confirmed in a second.</returns>
    public async Task<double> Publish(string text, int many)
    {
        var (body, left, begun) = (Encoding.UTF8.GetBytes(text.PadRight(500, 'x')), many, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var properties = new BasicProperties { Persistent = true, MessageId = $"{Guid.CreateVersion7()}" };
                await _channel.BasicPublishAsync("", _queue, mandatory: true, properties, body);
            }
        })));
        return many / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.QueueDeleteAsync(_queue);
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
