using LearningCities.ServiceDefaults.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>Who carries events from the outbox to the handlers.</summary>
internal enum EventsBy
{
    /// <summary>This process itself: all handlers are in it.</summary>
    Direct,

    /// <summary>A broker, because handlers run in other processes.</summary>
    RabbitMq,
}

internal static class Carrying
{
    public static EventsBy EventsCarriedBy(this IConfiguration configuration) => configuration["events"] switch
    {
        null or "direct" => EventsBy.Direct,
        "rabbitmq" when configuration.TableEngine() is Engine.PostgreSql => EventsBy.RabbitMq,
        "rabbitmq" => throw new InvalidOperationException(
            "Set --tables=postgresql: with --events=rabbitmq several processes share the tables, which a SQLite file cannot."),
        var other => throw new InvalidOperationException($"Unknown --events '{other}'. Events: direct, rabbitmq."),
    };

    public static void AddDelivery<TDb>(this IServiceCollection services, string module, EventsBy events, IConfiguration configuration)
        where TDb : ModuleDb
    {
        if (events is EventsBy.Direct)
        {
            services.AddHostedService<DirectDelivery<TDb>>();
            return;
        }

        var connection = configuration.PostgreSqlConnection(module);
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<Relay<TDb>>(provider, connection));
        services.AddBroker(configuration);
    }
}
