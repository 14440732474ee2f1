using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningCities.Contracts.Catalogue;
using LearningCities.ServiceDefaults.Data;
using LearningCities.Suite.Tests.Republishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Suite.Tests.Restoring;

/// <summary>
/// The restore that operators have to have tried, on PostgreSQL: a suite with a story in it is dumped, and goes on from the dump on
/// a server that has counted fewer transactions. <c>DRILL_ROWS</c> adds so many rows.
/// </summary>
public sealed partial class RestoreDrillTests(RepublishedSuite suite, ITestOutputHelper output) : IClassFixture<RepublishedSuite>, IDisposable
{
    private readonly DirectoryInfo _backups = Directory.CreateTempSubdirectory("learning-cities-backups-");

    private static string Server => Environment.GetEnvironmentVariable("TEST_POSTGRES") ?? "";

    [Fact]
    public async Task A_dump_goes_on_elsewhere_and_no_row_is_hidden_no_event_lost()
    {
        Assert.SkipWhen(Server.Length == 0, "On SQLite, --backup and --restore do it. Give a server in TEST_POSTGRES.");
        await using var there = new NewServer();
        await there.Start();
        var name = Database;
        await Server.Do(name, "DO $$ BEGIN FOR i IN 1..50000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$"); // older than the other
        var late = await suite.Story.Publishes("Late lanterns");
        await Eventually.Holds(async () => await Found("lanterns") == 1);
        await suite.IsSettled();
        await suite.Stop();
        await AddRows(name, late);
        // It was still on its way when the dump was made.
        await Server.Do(name, $"DELETE FROM listener.inbox_message WHERE message_id = (SELECT id FROM catalogue.outbox_message WHERE stream_key = '{late}' LIMIT 1)");
        var before = await Contents(name, Server);

        var watch = Stopwatch.StartNew();
        var (code, said) = await Server.Run("backup", name, _backups.FullName);
        Assert.True(code == 0, said);
        Say("dumped", watch);
        await there.Address.Do("postgres", $"CREATE ROLE {name} LOGIN PASSWORD '{name}'", $"CREATE DATABASE {name}");
        (code, said) = await there.Address.Run("restore", name, Directory.GetDirectories(_backups.FullName).Single());
        Assert.True(code == 0, said);
        Say("restored", watch);
        suite.MoveTo(there.Address);
        Assert.Equal(before, await Contents(name, there.Address));

        (code, said) = await Beside("verify");
        Assert.Equal(1, code);
        Assert.Matches("catalogue: [0-9]+ rows bear numbers of another server and are not seen; run --after-restore", said);
        (code, said) = await Beside("after-restore");
        Assert.Equal(0, code);
        Assert.Matches("After the restore: [1-9][0-9,]* rows renumbered, [1-9][0-9,]* events sent again\\.", said);
        (code, said) = await Beside("verify");
        Assert.True(code == 0 && said.Contains("Verified: 0 faults.", StringComparison.Ordinal), said);
        Say("ready to be served, and verified", watch);

        await suite.Start();
        await Eventually.Holds(async () => await Found("lanterns") >= 1, TimeSpan.FromMinutes(5));
        Say("found again", watch);
        Assert.NotNull(await suite.EventsOf<ActivityPublished>().First(e => e.ActivityId == late));
        await suite.IsSettled();
        Assert.Equal(before, await Contents(name, there.Address)); // what came for the second time changed nothing
        await suite.Story.Publishes("Newest nutcracker");
        await Eventually.Holds(async () => await Found("nutcracker") == 1);
        Assert.Equal(0, (await Beside("verify")).Code);
    }

    public void Dispose() => _backups.Delete(recursive: true);

    private string Database
    {
        get
        {
            using var scope = suite.Services.CreateScope();
            return scope.ServiceProvider.GetServices<ModuleDb>().First().Database.GetDbConnection().Database;
        }
    }

    private async Task<int> Found(string word)
    {
        using var visitor = suite.Story.Home.Anonymous();
        var found = await visitor.GetFromJsonAsync<FoundActivities>($"/api/catalogue/activities?city={suite.Story.Home.Id}&q={word}");
        return found!.Total;
    }

    private async Task<(int Code, string Said)> Beside(string job)
    {
        await using var said = new StringWriter();
        var code = await suite.RunBeside(job, new Dictionary<string, string>(), said);
        return (code, said.ToString());
    }

    /// <summary>Copies of an activity, and of an event that nobody listens to any more.</summary>
    private static async Task AddRows(string database, Guid activity)
    {
        var rows = int.Parse(Environment.GetEnvironmentVariable("DRILL_ROWS") ?? "2000", CultureInfo.InvariantCulture) / 2;
        await Server.Do(
            database,
            $"""
            INSERT INTO catalogue.activity SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
            FROM catalogue.activity a, generate_series(1, {rows}) WHERE a.id = '{activity}'
            """,
            $"""
            INSERT INTO catalogue.outbox_message (id, type, city, stream_key, stream_version, body, lane, state, sent_at)
            SELECT gen_random_uuid(), 'city.drill.done.v1', city, gen_random_uuid(), 1, body, lane, 1, now() - interval '2 days'
            FROM catalogue.outbox_message, generate_series(1, {rows}) WHERE stream_key = '{activity}'
            """);
    }

    /// <summary>How many rows are in each table, and what is in them; but not by which transaction, nor what is about the traffic of events.</summary>
    private static async Task<IReadOnlyList<string>> Contents(string database, string server)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = database, CommandTimeout = 600 }.ConnectionString);
        await using var names = source.CreateCommand(
            "SELECT schemaname || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1");
        var tables = new List<string>();
        await using (var reader = await names.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var contents = new List<string>();
        foreach (var table in tables.Where(table => !Traffic().IsMatch(table)))
        {
            await using var sum = source.CreateCommand(
                $"SELECT count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'change_number')::text, 0)), 0) FROM {table} t");
            contents.Add($"{table}: {await sum.ExecuteScalarAsync()}");
        }

        return contents;
    }

    private void Say(string what, Stopwatch watch) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"drill, {what}: {watch.Elapsed.TotalSeconds:N1} s after the dump began"));

    [GeneratedRegex(@"\.(outbox_message|inbox_message|search_count)$|^web\.")]
    private static partial Regex Traffic();

    private sealed record FoundActivities(int Total);
}
