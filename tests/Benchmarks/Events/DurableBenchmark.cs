using System.Diagnostics;
using LearningCities.ServiceDefaults;
using LearningCities.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LearningCities.Benchmarks.Events;

/// <summary>
/// What a commit that was answered leaves to a power failure: nothing, if the kernel was asked to write it. strace counts how
/// often it was, with one writer, since of several at a time PostgreSQL rightly writes some at once.
/// </summary>
internal sealed class DurableBenchmark : IBenchmark
{
    private const int Commits = 500;

    public string Name => "durable";

    public string What => "fsyncs for each commit with its event, by strace: at least one";

    public async Task Run(int size, Report report)
    {
        var server = Environment.GetEnvironmentVariable("TEST_POSTGRES");
        Environment.SetEnvironmentVariable("TEST_POSTGRES", null);
        Environment.SetEnvironmentVariable("TEST_RABBITMQ", null); // a relay would write, too
        await Run("sqlite", () => [Environment.ProcessId], report);

        if (server is { Length: > 0 })
        {
            Environment.SetEnvironmentVariable("TEST_POSTGRES", server);
            await Run("postgresql", () => Backends(server), report);
        }
    }

    private static async Task Run(string engine, Func<List<int>> processes, Report report)
    {
        await using var suite = new RunningSuite("notifications", also: new LedgerModule());
        await suite.InitializeAsync();
        await Commit(suite.Services, 20); // connections are there, and with them the processes to look at
        var log = Path.GetTempFileName();
        using (var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-e", "trace=fsync,fdatasync", "-o", log, .. processes().SelectMany(id => new[] { "-p", $"{id}" })])
        {
            RedirectStandardError = true,
        })!)
        {
            while (await strace.StandardError.ReadLineAsync() is { } said && !said.Contains("attached", StringComparison.Ordinal))
            {
            }

            await Commit(suite.Services, Commits);
            using var end = Process.Start("kill", ["-INT", $"{strace.Id}"]);
            await strace.WaitForExitAsync();
        }

        var synced = File.ReadLines(log).Count(line => line.Contains("sync(", StringComparison.Ordinal));
        File.Delete(log);
        report.Rates($"fsyncs-{engine}", synced, Commits, goal: 1);
    }

    private static async Task Commit(IServiceProvider services, int many)
    {
        var city = Guid.CreateVersion7();
        for (var i = 0; i < many; i++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.WorkIn(city, "ledger.benchmark");
            var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
            var entry = db.Add(new Entry(Guid.CreateVersion7(), city, "durable")).Entity;
            db.Publish(new EntryWritten(city, entry.Id, entry.Version, "durable"));
            await db.Commit(CancellationToken.None);
        }
    }

    /// <summary>The processes that serve the ledger. What others of the server write at the same time does not count for us.</summary>
    private static List<int> Backends(string server)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE application_name = 'ledger'", connection);
        using var rows = command.ExecuteReader();
        var backends = new List<int>();
        while (rows.Read())
        {
            backends.Add(rows.GetInt32(0));
        }

        return backends;
    }
}
