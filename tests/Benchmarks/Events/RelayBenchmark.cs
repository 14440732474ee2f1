using System.Diagnostics;
using LearningCities.ServiceDefaults;
using LearningCities.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Benchmarks.Events;

/// <summary>The way of events over PostgreSQL and RabbitMQ; the servers where TEST_POSTGRES and TEST_RABBITMQ say.</summary>
internal sealed class RelayBenchmark : IBenchmark
{
    private const int SentForEachWaiting = 10;
    private static readonly string Text = new('x', 400); // about 500 bytes with what is around it

    public string Name => "relay";

    public string What => "Outbox to broker against RabbitMQ.Client with confirms, and to a handler with its inbox against MassTransit alone";

    public async Task Run(int size, Report report)
    {
        if (Environment.GetEnvironmentVariable("TEST_RABBITMQ") is not { Length: > 0 } broker)
        {
            Report.Progress("  left out: TEST_RABBITMQ and TEST_POSTGRES name no servers");
            return;
        }

        await Sending(size, broker, report);
        await Hearing(broker, report);
    }

    /// <summary>A backlog, among ten times as many that are sent and kept.</summary>
    private static async Task Sending(int backlog, string broker, Report report)
    {
        await using var suite = new RunningSuite("notifications", also: new LedgerModule());
        await suite.InitializeAsync();
        await using var outbox = new Outbox(suite.Services);
        await using var raw = await RawClient.Connect(broker);
        var prefix = suite.Services.GetRequiredService<IConfiguration>()["Events:Prefix"];
        await raw.Bind($"{prefix}{EntryWritten.Type}");

        Report.Progress($"  filling an outbox with {backlog:N0} events that wait and {backlog * SentForEachWaiting:N0} that are sent");
        await outbox.Fill(backlog, backlog * SentForEachWaiting, Text);
        var claims = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            claims.Add(await outbox.Claim());
        }

        report.Costs("claim-of-500-ms", claims.Order().ElementAt(claims.Count / 2), 20, goal: 1);

        var theirs = await raw.Publish(Text, 20_000);
        var ours = await outbox.Release(backlog);
        theirs = (theirs + await raw.Publish(Text, 20_000)) / 2; // before and after: a busy minute is busy for both
        report.Rates("relay", ours, theirs, goal: 0.7);
        report.Rates("relay-a-second", ours, 3_000, goal: 1);
    }

    private static async Task Hearing(string broker, Report report)
    {
        var heard = new Heard();
        await using var suite = new RunningSuite("notifications", also: new LedgerModule(heard));
        await suite.InitializeAsync();

        await Write(suite.Services, TimeSpan.FromSeconds(3), aSecond: 100); // to warm up
        await heard.All();
        heard.Clear();
        await Write(suite.Services, TimeSpan.FromSeconds(20), aSecond: 100);
        await heard.All();
        report.Costs("latency-p50-ms", heard.Latency(0.5), 150, goal: 1);
        report.Costs("latency-p99-ms", heard.Latency(0.99), 1_000, goal: 1);

        await using var outbox = new Outbox(suite.Services);
        heard.Clear();
        await outbox.Fill(5_000, 0, Text);
        await outbox.Release(0);
        await heard.All(5_000);
        report.Rates("consumer-a-second", heard.Rate, 400, goal: 1);
        report.Compares("end-to-end", heard.Rate, await PlainMassTransit.Rate(broker, Text, 10_000));
    }

    private static async Task Write(IServiceProvider services, TimeSpan time, int aSecond)
    {
        var (city, begun, pace) = (Guid.CreateVersion7(), Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(1) / aSecond);
        var writing = new List<Task>();
        for (var next = TimeSpan.Zero; next < time; next += pace)
        {
            var early = next - Stopwatch.GetElapsedTime(begun);
            await Task.Delay(early > TimeSpan.Zero ? early : TimeSpan.Zero);
            writing.Add(Task.Run(() => Write(services, city)));
        }

        await Task.WhenAll(writing);
    }

    private static async Task Write(IServiceProvider services, Guid city)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(city, "ledger.benchmark");
        var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
        var entry = db.Add(new Entry(Guid.CreateVersion7(), city, Text)).Entity;
        db.Publish(new EntryWritten(city, entry.Id, entry.Version, $"{Stopwatch.GetTimestamp()}"));
        services.GetRequiredService<Heard>().Written();
        await db.Commit(CancellationToken.None);
    }
}
