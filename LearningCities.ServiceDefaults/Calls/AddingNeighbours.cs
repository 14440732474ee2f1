using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace LearningCities.ServiceDefaults.Calls;

internal static class AddingNeighbours
{
    /// <summary>Connects each module's name with the module: in this process where it runs here, else where discovery says.</summary>
    public static IServiceCollection AddNeighbours(this IServiceCollection services, IEnumerable<string> all, InProcess process)
    {
        services.AddSingleton(process);
        services.AddSingleton<InProcessHandler>();
        services.AddSingleton<ClientSecrets>();
        services.AddSingleton<ServiceTokens>();
        services.AddSingleton<Neighbours>();
        services.AddServiceDiscovery();
        foreach (var module in all)
        {
            var client = services.AddHttpClient(module);
            if (process.Has(module))
            {
                client.ConfigurePrimaryHttpMessageHandler(provider => new ToTheSamePipeline(
                    provider.GetRequiredService<InProcessHandler>()));
            }
            else
            {
                client.AddServiceDiscovery();
                client.AddStandardResilienceHandler(resilience =>
                {
                    // Who calls is a worker that comes again, or a page that somebody waits for: neither gains by long patience.
                    resilience.Retry.MaxRetryAttempts = 2;
                    resilience.Retry.Delay = TimeSpan.FromMilliseconds(200);
                    resilience.Retry.DisableForUnsafeHttpMethods();
                    resilience.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(2);
                });
            }
        }

        return services;
    }

    // The factory throws handlers away after a while; the one below it stays.
    private sealed class ToTheSamePipeline(InProcessHandler handler) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _invoker.SendAsync(request, cancellationToken);
    }
}
