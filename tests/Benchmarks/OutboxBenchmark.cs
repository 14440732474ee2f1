using System.Text.Json;
using LearningCities.ServiceDefaults;
using LearningCities.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Benchmarks;

internal sealed class OutboxBenchmark : IBenchmark
{
    private const int Writers = 16;
    private static readonly string Text = new('x', 500);

    public string Name => "outbox";

    public string What => "Commit of a change with its event on SQLite, against two bare inserts a transaction, both synchronous=FULL";

    public async Task Run(int size, Report report)
    {
        await using var suite = new RunningSuite("notifications", also: new LedgerModule());
        await suite.InitializeAsync();
        using var bare = Bare.Open();

        var (ours, theirs) = await Rate.Of(
            Rate.Of(Writers, whileTime => Commit(suite.Services, whileTime)), Rate.Of(() => bare.Insert()));
        report.Rates("outbox", ours, theirs, goal: 0.5);
    }

    private static async Task<long> Commit(IServiceProvider services, Func<bool> whileTime)
    {
        var (city, done) = (Guid.CreateVersion7(), 0L);
        for (; whileTime(); done++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.WorkIn(city, "ledger.benchmark");
            var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
            var entry = db.Add(new Entry(Guid.CreateVersion7(), city, Text)).Entity;
            db.Publish(new EntryWritten(city, entry.Id, entry.Version, Text));
            await db.Commit(CancellationToken.None);
        }

        return done;
    }

    /// <summary>What SQLite does at best: two prepared statements.</summary>
    private sealed class Bare : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-");
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _change;
        private readonly SqliteCommand _event;

        private Bare()
        {
            _connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "bare.db")};Pooling=False");
            _connection.Open();
            using var tables = _connection.CreateCommand();
            tables.CommandText = """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                CREATE TABLE entries (city TEXT, id TEXT, version INTEGER, text TEXT, PRIMARY KEY (city, id));
                CREATE TABLE outbox (id INTEGER PRIMARY KEY, subject TEXT, body TEXT);
                """;
            tables.ExecuteNonQuery();
            _change = Prepare("INSERT INTO entries VALUES (@a, @b, 1, @text)");
            _event = Prepare("INSERT INTO outbox (subject, body) VALUES (@a, @text)");
        }

        public static Bare Open() => new();

        public void Insert()
        {
            using var transaction = _connection.BeginTransaction();
            Run(_change, transaction, Text);
            Run(_event, transaction, JsonSerializer.Serialize(new { Text }));
            transaction.Commit();
        }

        public void Dispose()
        {
            _change.Dispose();
            _event.Dispose();
            _connection.Dispose();
            _folder.Delete(recursive: true);
        }

        private static void Run(SqliteCommand command, SqliteTransaction transaction, string text)
        {
            command.Transaction = transaction;
            command.Parameters["@a"].Value = Guid.CreateVersion7().ToString();
            command.Parameters["@b"].Value = Guid.CreateVersion7().ToString();
            command.Parameters["@text"].Value = text;
            command.ExecuteNonQuery();
        }

        private SqliteCommand Prepare(string sql)
        {
            var command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in new[] { "@a", "@b", "@text" })
            {
                command.Parameters.Add(name, SqliteType.Text);
            }

            return command;
        }
    }
}
