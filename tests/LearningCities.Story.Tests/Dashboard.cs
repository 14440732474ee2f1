using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

namespace LearningCities.Story.Tests;

/// <summary>The real Aspire dashboard, and what its telemetry API answers.</summary>
internal sealed class Dashboard : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private readonly Process? _process;

    private Dashboard(Uri? address, string whyNot, Process? process = null)
    {
        (_client.BaseAddress, WhyNot, _process) = (address, whyNot, process);
    }

    /// <summary>Why there is none; empty where there is one.</summary>
    public string WhyNot { get; }

    /// <summary>What a process is told so that its traces, metrics and logs arrive here, soon.</summary>
    public string[] Settings { get; private init; } = [];

    public static Dashboard ThatRuns() => Environment.GetEnvironmentVariable("TEST_DASHBOARD") is { Length: > 0 } address
        ? new Dashboard(new Uri(address), "")
        : new Dashboard(null, "The services run without a dashboard: it needs npm and x86_64.");

    /// <summary>Starts one with the program at TEST_ASPIRE, which tests/run installs.</summary>
    public static async Task<Dashboard> Start(DirectoryInfo folder)
    {
        if (Environment.GetEnvironmentVariable("TEST_ASPIRE") is not { Length: > 0 } aspire)
        {
            return new Dashboard(null, "TEST_ASPIRE does not say where the Aspire dashboard is; tests/run installs it where there are npm and x86_64.");
        }

        var (page, grpc, http) = (FreePort(), FreePort(), FreePort());
        var started = new ProcessStartInfo(aspire)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            ArgumentList =
            {
                "dashboard", "run", "--allow-anonymous", "--non-interactive", "--nologo",
                "--frontend-url", $"http://127.0.0.1:{page}",
                "--otlp-grpc-url", $"http://127.0.0.1:{grpc}",
                "--otlp-http-url", $"http://127.0.0.1:{http}",
            },
            Environment =
            {
                // It unpacks itself below HOME, once for all the tests.
                ["HOME"] = Environment.GetEnvironmentVariable("TEST_ASPIRE_HOME") ?? folder.FullName,
                ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "1",
            },
        };
        var process = Process.Start(started)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var dashboard = new Dashboard(new Uri($"http://127.0.0.1:{page}"), "", process)
        {
            Settings =
            [
                $"--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:{grpc}", "--OTEL_BSP_SCHEDULE_DELAY=200",
                "--OTEL_BLRP_SCHEDULE_DELAY=200", "--OTEL_METRIC_EXPORT_INTERVAL=1000",
            ],
        };
        await dashboard.Answers(process);
        return dashboard;
    }

    /// <summary>Who has told something.</summary>
    public async Task<IReadOnlyList<Resource>> Resources() =>
        (await _client.GetFromJsonAsync<List<Resource>>("/api/telemetry/resources"))!;

    /// <summary>The spans of one trace, from every process.</summary>
    public Task<IReadOnlyList<Span>> Trace(string traceId) => Spans($"traceId={traceId}&");

    /// <summary>The latest spans of all.</summary>
    public async Task<IReadOnlyList<Span>> Spans(string which = "")
    {
        var answer = await _client.GetFromJsonAsync<JsonElement>($"/api/telemetry/spans?{which}limit=1000");
        return [.. Each(answer, "resourceSpans", "scopeSpans", "spans").Select(told => Span.Of(told.Of, told.Item))];
    }

    /// <summary>The log lines that say they belong to this trace, with who wrote them.</summary>
    public async Task<IReadOnlyList<(string Service, string Line)>> Logs(string traceId)
    {
        var answer = await _client.GetFromJsonAsync<JsonElement>($"/api/telemetry/logs?traceId={traceId}&limit=1000");
        return [.. Each(answer, "resourceLogs", "scopeLogs", "logRecords")
            .Where(told => told.Item.Text("traceId") == traceId)
            .Select(told => (told.Of, told.Item.GetProperty("body").Text("stringValue")))];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private async Task Answers(Process process)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(1) && !process.HasExited; await Task.Delay(100))
        {
            try
            {
                using var answer = await _client.GetAsync("/api/telemetry/resources");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        throw new InvalidOperationException("The Aspire dashboard did not start.");
    }

    /// <summary>OTLP's JSON: items in scopes in resources, each resource with its service's name.</summary>
    private static IEnumerable<(string Of, JsonElement Item)> Each(JsonElement answer, string resources, string scopes, string items) =>
        from resource in answer.GetProperty("data").Array(resources)
        from scope in resource.Array(scopes)
        from item in scope.Array(items)
        select (resource.GetProperty("resource").Attribute("service.name"), item);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A process that tells of itself.</summary>
internal sealed record Resource(string Name, string? InstanceId, bool HasLogs, bool HasTraces, bool HasMetrics);

/// <param name="Service">Which process.</param>
/// <param name="Kind">As OTLP numbers it.</param>
/// <param name="Module">Which module, where several share a process.</param>
internal sealed record Span(string Service, string Id, string Parent, string Name, int Kind, string Module)
{
    public const int Server = 2;
    public const int Client = 3;

    public static Span Of(string service, JsonElement span) => new(
        service, span.Text("spanId"), span.Text("parentSpanId"), span.Text("name"), span.GetProperty("kind").GetInt32(), span.Attribute("module"));
}

internal static class ReadingTelemetry
{
    public static string Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.ToString() : "";

    public static IEnumerable<JsonElement> Array(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var items) && items.ValueKind is JsonValueKind.Array ? items.EnumerateArray() : [];

    public static string Attribute(this JsonElement element, string key) => element.Array("attributes")
        .Where(attribute => attribute.Text("key") == key)
        .Select(attribute => attribute.GetProperty("value").Text("stringValue"))
        .FirstOrDefault("");
}
