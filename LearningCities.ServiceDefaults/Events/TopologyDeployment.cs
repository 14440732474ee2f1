using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults.Events;

/// <summary><c>--topology</c>: gives the broker the exchanges and queues of the modules in this process, then ends.</summary>
public static class TopologyDeployment
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <returns>How many queues are there now.</returns>
    public static async Task<int> Run(IServiceProvider services)
    {
        var bus = services.GetService<IBusControl>() ?? throw new InvalidOperationException(
            "Set --events=rabbitmq and 'ConnectionStrings:rabbitmq': without a broker there is nothing to set up.");
        using var limit = new CancellationTokenSource(Limit);
        await bus.StartAsync(limit.Token);
        await bus.StopAsync(limit.Token);
        return services.GetServices<Subscription>().Count() + 1; // and the dead-letter queue
    }
}
