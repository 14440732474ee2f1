using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LearningCities.ServiceDefaults;

/// <summary>Traces, metrics and logs, as the Aspire template has them, and our own. No personal data is in any.</summary>
public static class Telemetry
{
    /// <summary>The name of our activity source and meter.</summary>
    public const string Name = "LearningCities";

    internal static void AddTelemetry(this WebApplicationBuilder builder, IReadOnlyCollection<string> here, int ofAll)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (builder.Configuration["OTEL_SERVICE_NAME"] is null) // who starts us may know better
                {
                    resource.AddService(here.Count == ofAll ? "learning-cities" : string.Join('+', here));
                }
            })
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(Name, "MassTransit", "Npgsql", "Yarp.ReverseProxy"))
            .WithTracing(tracing => tracing.WithoutLoneCalls(builder.Configuration)
                .AddSource(Name, "MassTransit", "Npgsql", "Yarp.ReverseProxy")
                .AddAspNetCoreInstrumentation(web =>
                    web.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddHttpClientInstrumentation());

        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }
    }
}
