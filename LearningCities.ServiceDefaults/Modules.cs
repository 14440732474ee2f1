using LearningCities.Contracts;
using LearningCities.Contracts.Identity;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningCities.ServiceDefaults;

/// <summary>How a module takes its place in a process.</summary>
public static class Modules
{
    /// <summary>
    /// Gives a module its tables, the delivery of its events and its document. The tables are where <c>--tables</c> says:
    /// in a SQLite file of the data folder, or in PostgreSQL at the connection string with the module's name.
    /// </summary>
    public static ModuleBuilder<TDb> AddModule<TDb, TSqlite, TPostgreSql>(this IHostApplicationBuilder builder, string module)
        where TDb : ModuleDb where TSqlite : TDb where TPostgreSql : TDb
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var (engine, events) = (configuration.TableEngine(), configuration.EventsCarriedBy());
        const ServiceLifetime Context = ServiceLifetime.Scoped, Options = ServiceLifetime.Singleton; // to build them costs, each time
        if (engine is Engine.Sqlite)
        {
            services.AddDbContext<TDb, TSqlite>(
                (provider, options) => options.UseSqlite(provider.GetRequiredService<DataFolder>(), module), Context, Options);
        }
        else
        {
            var connection = configuration.PostgreSqlConnection(module); // now: without it the process does not start
            services.AddDbContext<TDb, TPostgreSql>(options => options.UsePostgreSql(connection, module), Context, Options);
        }

        services.AddScoped<ModuleDb>(provider => provider.GetRequiredService<TDb>());
        services.AddScoped(provider => new ModuleScope<TDb>(
            provider.GetRequiredService<Caller>(),
            provider.GetRequiredService<IdempotentRequest>(),
            provider.GetRequiredService<ModuleDatabase<TDb>>()));
        services.AddSingleton(provider =>
            new ModuleDatabase<TDb>(module, engine, events, provider.GetServices<Subscription>()));
        services.AddDelivery<TDb>(module, events, configuration);
        services.AddDocument(module, configuration.Required("PublicUrl"));
        services.AddSingleton<CityNames<TDb>>();
        services.AddSingleton(new ModuleHere(module));
        services.AddHealthChecks().AddCheck<ModuleHealth<TDb>>(module, tags: [Health.Ready]);
        services.AddHostedService<OutboxGauge<TDb>>();
        services.AddHostedService<Sweeper<TDb>>();
        return new ModuleBuilder<TDb>(services, module).AddHandler<CityChanged, RememberCity<TDb>>();
    }

    /// <summary>What all verbs of a module have in common, and what operators see of each.</summary>
    public static RouteGroupBuilder ForModule<TDb>(this RouteGroupBuilder verbs, string module) where TDb : ModuleDb
    {
        verbs
            .WithTags(module)
            .WithMetadata(new ModuleOf(module, typeof(TDb), typeof(CityNames<TDb>)))
            .AddEndpointFilter<RouteGroupBuilder, ETagFilter>()
            .AddEndpointFilter<RouteGroupBuilder, NextPageFilter>()
            .AddEndpointFilter<RouteGroupBuilder, AnyVersionFilter>();
        Operations.Map(verbs, module);
        return verbs;
    }

    internal static ModuleDb ModuleDb(this HttpContext http) =>
        (ModuleDb)http.RequestServices.GetRequiredService(http.ModuleMetadata()!.Db);

    /// <summary>To which module the endpoint belongs; null for an address that is none of a module's.</summary>
    internal static ModuleOf? ModuleMetadata(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ModuleOf>();

    internal sealed record ModuleOf(string Name, Type Db, Type CityNames)
    {
        public ValueTask<Guid> FindCity(HttpContext http, string name) =>
            ((CityNames)http.RequestServices.GetRequiredService(CityNames)).Find(name, http.ModuleDb(), http.RequestAborted);
    }
}

/// <summary>A module that runs in this process.</summary>
internal sealed record ModuleHere(string Name);

/// <summary>What else a module says of itself.</summary>
public sealed class ModuleBuilder<TDb>(IServiceCollection services, string module) where TDb : ModuleDb
{
    /// <summary>Has the handler told of each such event, in a transaction on this module's tables.</summary>
    /// <param name="newsOnly">
    /// Whether it leaves aside what a module tells again (<c>--republish</c>): where it writes to people, who would get a letter
    /// for the second time. Others keep what an event says, and take it as often as it comes.
    /// </param>
    public ModuleBuilder<TDb> AddHandler<TEvent, THandler>(bool newsOnly = false)
        where TEvent : IEvent where THandler : class, IEventHandler<TEvent>
    {
        var name = $"{module}.{typeof(THandler).Name.Split('`')[0]}";
        services.AddScoped<THandler>();
        services.AddSingleton(provider =>
        {
            var consumer = ActivatorUtilities.CreateInstance<Consumer<TDb, TEvent, THandler>>(provider, name, newsOnly);
            return new Subscription(module, TEvent.Type, name, consumer.Consume, consumer.Replay);
        });
        return this;
    }

    /// <summary>Has <c>--republish</c> tell the module's state again in this way.</summary>
    public ModuleBuilder<TDb> TellsAgain<TRetelling>() where TRetelling : class, IRetelling<TDb>, new()
    {
        services.AddSingleton<IRepublisher>(provider =>
            new Republisher<TDb>(module, new TRetelling(), provider.GetRequiredService<IServiceScopeFactory>()));
        return this;
    }
}
