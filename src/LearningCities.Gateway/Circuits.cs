using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Telemetry;
using Yarp.ReverseProxy.Forwarder;

namespace LearningCities.Gateway;

/// <summary>
/// What the gateway does where a module does not answer: another replica is asked what only reads, which may be asked
/// twice; and a module that keeps failing is left alone for a while, so that those who ask for it are told at once
/// instead of waiting, and the rest of the suite has the gateway for itself.
/// </summary>
internal sealed class Circuits(TimeProvider clock, IOptions<TelemetryOptions> telemetry)
{
    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(10), Rest = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, ResiliencePipeline<ForwarderError>> _circuits = new(StringComparer.Ordinal);

    /// <exception cref="ProblemException">503 <c>module-away</c>, or 504 <c>module-slow</c>.</exception>
    public static async Task Guard(HttpContext http, RequestDelegate next)
    {
        var module = http.GetReverseProxyFeature().Cluster.Config.ClusterId;
        try
        {
            var circuit = http.RequestServices.GetRequiredService<Circuits>().Of(module);
            var error = await circuit.ExecuteAsync(async _ => await Forward(http, next), http.RequestAborted);
            if (IsAway(error) && !http.Response.HasStarted)
            {
                throw Away(module, error is ForwarderError.RequestTimedOut, Rest);
            }
        }
        catch (BrokenCircuitException broken)
        {
            throw Away(module, isSlow: false, broken.RetryAfter ?? Rest);
        }
    }

    /// <summary>Asks one replica after the other while the request may be repeated.</summary>
    private static async ValueTask<ForwarderError> Forward(HttpContext http, RequestDelegate next)
    {
        var proxy = http.GetReverseProxyFeature();
        var left = proxy.AvailableDestinations.ToList();
        while (true)
        {
            proxy.AvailableDestinations = [.. left];
            await next(http);
            var error = http.GetForwarderErrorFeature()?.Error ?? ForwarderError.None;
            left.RemoveAll(destination => destination == proxy.ProxiedDestination);
            if (error is not ForwarderError.Request || http.Response.HasStarted || !MayRepeat(http.Request) || left.Count == 0)
            {
                return error;
            }

            http.Features.Set<IForwarderErrorFeature>(null);
            http.Response.Clear();
        }
    }

    /// <summary>What only reads.</summary>
    private static bool MayRepeat(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsAway(ForwarderError error) => error
        is ForwarderError.Request or ForwarderError.RequestTimedOut or ForwarderError.RequestCreation or ForwarderError.NoAvailableDestinations;

    private static ProblemException Away(string module, bool isSlow, TimeSpan after) => isSlow
        ? new ProblemException(StatusCodes.Status504GatewayTimeout, "module-slow", $"'{module}' did not answer in time. Ask again as Retry-After says.")
        {
            RetryAfter = after,
        }
        : new ProblemException(
            StatusCodes.Status503ServiceUnavailable, "module-away", $"'{module}' does not answer. The rest works. Ask again as Retry-After says.")
        {
            RetryAfter = after,
        };

    private ResiliencePipeline<ForwarderError> Of(string module) => _circuits.GetOrAdd(module, _ =>
        new ResiliencePipelineBuilder<ForwarderError> { Name = module, TimeProvider = clock }.ConfigureTelemetry(telemetry.Value).AddCircuitBreaker(new CircuitBreakerStrategyOptions<ForwarderError>
        {
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            SamplingDuration = Looked,
            BreakDuration = Rest,
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is null && IsAway(outcome.Outcome.Result)),
        }).Build());
}
