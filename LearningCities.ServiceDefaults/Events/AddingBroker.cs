using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningCities.ServiceDefaults.Events;

internal static class AddingBroker
{
    /// <summary>One connection for the process, whichever modules are in it.</summary>
    public static void AddBroker(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(Broker)))
        {
            return;
        }

        var address = configuration.Required("ConnectionStrings:rabbitmq");
        services.AddSingleton<Topology>();
        services.AddSingleton<Broker>();
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = false; // a module serves without its broker, and sends when it is back
            host.StopTimeout = TimeSpan.FromSeconds(10);
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(5);
        });
        services.AddMassTransit(bus => bus.UsingRabbitMq((context, rabbit) =>
        {
            rabbit.Host(new Uri(address), host =>
            {
                host.Heartbeat(TimeSpan.FromSeconds(10));
                host.PublisherConfirmation = true;
            });
            rabbit.UseRawJsonSerializer();
            var topology = context.GetRequiredService<Topology>();
            if (configuration["topology"] is "deploy")
            {
                rabbit.DeployTopologyOnly = true;
                rabbit.ReceiveEndpoint(topology.Dead, queue => queue.SetQuorumQueue()); // the last net: an alarm, were it not empty
            }

            var stopping = context.GetRequiredService<IHostApplicationLifetime>();
            foreach (var subscription in context.GetServices<Subscription>())
            {
                rabbit.ReceiveEndpoint(topology.QueueOf(subscription), queue =>
                {
                    topology.Describe(queue, subscription);
                    queue.RethrowFaultedMessages(); // back into the queue: ours are parked in the database, not in the broker
                    queue.Handler<EventEnvelope>(message => Deliver(subscription, message, stopping.ApplicationStopping));
                });
            }
        }));
    }

    /// <summary>
    /// MassTransit keeps the loggers of the first process that was made in this flow of control, and would write into them
    /// when they are long gone: a job before a start, a start after a stop.
    /// </summary>
    public static void UseBroker(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(Broker))) // to ask for it would make it
        {
            LogContext.ConfigureCurrentLogContext(app.Services.GetRequiredService<ILoggerFactory>());
        }
    }

    private static async Task Deliver(Subscription subscription, ConsumeContext<EventEnvelope> context, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, stopping);
        var (id, type, body, traceParent) = context.Message;
        await subscription.Consume(
            new EventMessage(id, type, body, System.Diagnostics.Activity.Current?.Id ?? traceParent), ending.Token);
    }
}
