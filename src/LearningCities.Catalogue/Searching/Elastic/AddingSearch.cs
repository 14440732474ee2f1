using Microsoft.Extensions.Configuration;
using Polly.Telemetry;

namespace LearningCities.Catalogue.Searching.Elastic;

internal static class AddingSearch
{
    /// <summary>The index that <c>search</c> names.</summary>
    public static IServiceCollection AddActivityIndex(this IServiceCollection services, IConfiguration configuration, string? folder)
    {
        services.AddSingleton<SearchMeter>();
        services.AddSingleton<ActivitiesByTitle>();
        if (!SearchOptions.IsElsewhere(configuration))
        {
            return services.AddSingleton<IActivityIndex>(_ => new ActivitiesInMemory(folder));
        }

        services.AddEngine(SearchOptions.Of(configuration));
        services.AddCheckUp<EngineCheckUp>();
        return services.AddSingleton<IActivityIndex>(provider => provider.GetRequiredService<ActivitiesInEngine>());
    }

    /// <summary>Elasticsearch or OpenSearch.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, SearchOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<EngineClient>();
        services.AddSingleton<EngineIndexes>();
        services.AddSingleton<EngineWriting>();
        services.AddSingleton<EngineWords>();
        services.AddSingleton<ActivitiesInEngine>();
        services.Configure<TelemetryOptions>(telemetry => telemetry.SeverityProvider = said => // the feed says it once, not at each attempt
            said.Source.PipelineName?.StartsWith("search-", StringComparison.Ordinal) is true ? ResilienceEventSeverity.Debug : said.Event.Severity);
        services.AddClient(EngineClient.Reading, options).AddStandardResilienceHandler(resilience =>
        {
            resilience.Retry.MaxRetryAttempts = 1;
            resilience.Retry.Delay = TimeSpan.FromMilliseconds(100);
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(2);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(4);
            resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(10);
            resilience.CircuitBreaker.MinimumThroughput = 4;
            resilience.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(2); // meanwhile nobody waits for it
        });
        services.AddClient(EngineClient.Writing, options).AddStandardResilienceHandler(resilience =>
        {
            // Everything written bears its version, so it may be written twice. Of 429 and 503 it waits as long as they say.
            resilience.Retry.MaxRetryAttempts = 5;
            resilience.Retry.Delay = TimeSpan.FromMilliseconds(500);
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(30);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(2);
            resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(1);
        });
        return services;
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name, SearchOptions options) => services
        .AddHttpClient(name, client =>
        {
            client.BaseAddress = options.Url;
            client.Timeout = Timeout.InfiniteTimeSpan; // the resilience handler has limits
            if (options.Authorization is { } authorization)
            {
                client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
            }
        })
        .ConfigurePrimaryHttpMessageHandler(() => TrustedEngine.Handler(options));
}
