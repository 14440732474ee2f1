using System.Diagnostics;
using MassTransit;

namespace LearningCities.Benchmarks.Events;

/// <summary>MassTransit as one begins with it: published, consumed, and no table on either side to keep it from loss.</summary>
internal static class PlainMassTransit
{
    private const int InFlight = 256;

    public sealed record Told(string Text);

    /// <returns>How many arrived in a second, from the first that was published.</returns>
    public static async Task<double> Rate(string broker, string text, int many)
    {
        var (heard, left, all) = (0, many, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker), host => host.PublisherConfirmation = true);
            rabbit.ReceiveEndpoint($"bench.{Guid.CreateVersion7():n}", queue =>
            {
                queue.SetQuorumQueue();
                queue.Handler<Told>(_ =>
                {
                    if (Interlocked.Increment(ref heard) == many)
                    {
                        all.SetResult();
                    }

                    return Task.CompletedTask;
                });
            });
        });
        await bus.StartAsync();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await bus.Publish(new Told(text));
            }
        })));
        await all.Task.WaitAsync(TimeSpan.FromMinutes(2));
        var rate = many / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await bus.StopAsync();
        return rate;
    }
}
