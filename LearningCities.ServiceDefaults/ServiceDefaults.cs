using System.Diagnostics;
using System.Text.Json.Serialization;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using LearningCities.ServiceDefaults.Calls;
using LearningCities.ServiceDefaults.Operating;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Polly.Telemetry;

namespace LearningCities.ServiceDefaults;

/// <summary>What every process has, once. No word of the domain belongs here.</summary>
public static class ServiceDefaults
{
    /// <summary>The languages that the interface speaks; the first is the fallback.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "hu"];

    /// <summary>In bytes. What takes more (a file) says so itself.</summary>
    private const long LargestRequest = 1024 * 1024;

    /// <param name="builder">The process in the making.</param>
    /// <param name="all">The names of all modules of the suite.</param>
    /// <param name="here">The names of those that run in this process.</param>
    public static void AddServiceDefaults(
        this WebApplicationBuilder builder, IReadOnlyCollection<string> all, IReadOnlyCollection<string> here)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);

        builder.AddTelemetry(here, all.Count);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });

        services.AddSingleton<TimeProvider, Clock>();
        services.AddSingleton(_ => new ActivitySource(Telemetry.Name));
        services.AddSingleton(_ => new DataFolder(configuration["data"] ?? "data"));
        services.AddSingleton<Inbox>();
        services.AddSingleton<EventMeter>();
        services.AddSingleton<IAuditOfOperations, LogOfOperations>();
        services.AddHealthChecks();
        services.AddJobs(configuration);
        services.AddScoped<Caller>();
        services.AddScoped<IdempotentRequest>();

        services.AddSingleton<Texts>();
        services.AddTexts(typeof(ServiceDefaults).Assembly);
        services.AddProblems(configuration);
        services.AddTokens(configuration);
        services.AddNeighbours(all, new InProcess(here));
        services.AddSingleton<OpenCircuits>();
        services.AddOptions<TelemetryOptions>().Configure<OpenCircuits>((telemetry, circuits) => telemetry.TelemetryListeners.Add(circuits));

        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // and Problems answers
        services.ConfigureHttpJsonOptions(json =>
        {
            // A member that is missing, or null where it may not be, is refused; it would arrive as Guid.Empty or null.
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new StrictText());
            json.SerializerOptions.Converters.Add(new StrictTexts());
        });
    }

    /// <param name="app">The process.</param>
    /// <param name="edge">What wraps requests from outside, where this process is the one they reach.</param>
    public static void UseServiceDefaults(this WebApplication app, IEdge? edge)
    {
        app.UseBroker();
        app.Services.GetRequiredService<InProcess>().Capture(app);
        app.UseRouting(); // said here, or the framework puts it before what was captured, and nothing is found in process
        app.UseRequestLocalization([.. Languages]);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // What was refused on purpose is no news; left to itself, the framework would not log what went wrong, either.
            SuppressDiagnosticsCallback = context => context.Exception is ProblemException or BadHttpRequestException,
        });
        app.UseStatusCodePages(); // an empty 401, 403 or 404 becomes a problem document
        edge?.UseEdge(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(Authentication.UseCaller);

        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        app.MapGet("/problems/{code}", (string code, Texts texts) =>
            texts.Find(code) is { } text ? Results.Text(text) : Results.NotFound()).AllowAnonymous();
    }

    /// <summary>The address that people and partners know.</summary>
    internal static Uri PublicUrl(this IConfiguration configuration) =>
        Uri.TryCreate(configuration.Required("PublicUrl"), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : throw new InvalidOperationException("Set 'PublicUrl' to a web address, for instance https://learning.example.org.");

    /// <summary>A setting without which the process does not start.</summary>
    internal static string Required(this IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value ? value : throw new InvalidOperationException($"Set '{key}'.");
}
