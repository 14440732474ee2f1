using System.Runtime.CompilerServices;
using LearningCities.ServiceDefaults.Calls;
using Microsoft.Extensions.Configuration;

namespace LearningCities.ServiceDefaults;

/// <summary>The addresses: our own, those of the modules that run elsewhere, the collector's.</summary>
internal sealed class AddressCheckUp(IConfiguration configuration, InProcess process, IHttpClientFactory clients) : ICheckUp
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public async IAsyncEnumerable<Finding> Look([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return PublicUrl();
        foreach (var module in configuration.GetSection("services").GetChildren().Where(module => !process.Has(module.Key)))
        {
            foreach (var replica in module.GetSection("http").GetChildren())
            {
                yield return await Answers($"services:{module.Key}:http:{replica.Key}", replica.Value ?? "", cancellation);
            }
        }

        if (!process.Has("identity") && configuration["services:identity:http:0"] is null)
        {
            yield return new("services:identity:http:0", Standing.Mend, "It is not set. Without Identity no token can be checked: set its address.");
        }

        yield return configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } collector
            ? new("telemetry", Standing.Fine, $"Traces, metrics and logs go to {collector}.")
            : new("telemetry", Standing.Mind, "Nobody collects traces and metrics. Set OTEL_EXPORTER_OTLP_ENDPOINT to a collector or dashboard.");
    }

    private Finding PublicUrl()
    {
        const string Setting = "PublicUrl";
        var address = configuration.PublicUrl();
        return address.IsLoopback
            ? new(Setting, Standing.Mind, $"{address} is known on this machine only. Set it before anything is issued, which carries it for ever.")
            : address.Scheme == "http"
                ? new(Setting, Standing.Mend, $"{address} is not encrypted, so browsers keep no cookie and nobody can sign in. Set it to an https address.")
                : new(Setting, Standing.Fine, $"{address}");
    }

    private async Task<Finding> Answers(string setting, string address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            using var client = clients.CreateClient(nameof(Doctor));
            using var answer = await client.GetAsync(new Uri(new Uri(address), "/health/ready"), limit.Token);
            return answer.IsSuccessStatusCode
                ? new(setting, Standing.Fine, $"{address} is ready")
                : new(setting, Standing.Mind, $"{address} answers that it is not ready ({(int)answer.StatusCode}). Ask --doctor there.");
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return new(setting, Standing.Mind, $"{address} does not answer ({fault.GetType().Name}). Start it, or correct the address.");
        }
    }
}
