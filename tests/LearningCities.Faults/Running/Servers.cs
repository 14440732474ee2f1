using System.Globalization;
using Npgsql;

namespace LearningCities.Faults.Running;

/// <summary>A real server, started by the functions of <c>tests/servers.sh</c> and killed by its process id.</summary>
internal abstract class Server
{
    private static readonly string Functions = Path.Combine(Root(), "tests", "servers.sh");

    private readonly string _start, _stop;

    protected Server(string start, string stop)
    {
        (_start, _stop) = (start, stop);
        AppDomain.CurrentDomain.ProcessExit += Orphan;
    }

    public async Task Start(CancellationToken cancellation)
    {
        for (var tries = 1; !await Runs(); tries++)
        {
            try
            {
                await Shell(_start, cancellation);
            }
            catch (InvalidOperationException) when (tries < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation); // what it left behind is still going away
            }
        }
    }

    public async Task Kill()
    {
        var process = await ProcessId();
        await Signal.Send("KILL", process);
        while (Directory.Exists($"/proc/{process}"))
        {
            await Task.Delay(20);
        }
    }

    public async Task Freeze(TimeSpan time, CancellationToken cancellation)
    {
        var process = await ProcessId();
        await Signal.Send("STOP", process);
        await Task.Delay(time, cancellation);
        await Signal.Send("CONT", process);
    }

    public async Task Stop()
    {
        AppDomain.CurrentDomain.ProcessExit -= Orphan; // soon its process id may be somebody else's
        if (await Runs())
        {
            await Shell(_stop, CancellationToken.None);
        }
    }

    protected abstract string PidFile { get; }

    protected static Task<string> Shell(string command, CancellationToken cancellation) =>
        Binary.Run("/bin/bash", ["-c", $". {Functions}; {command}"], cancellation);

    private void Orphan(object? sender, EventArgs e)
    {
        if (File.Exists(PidFile))
        {
            using var kill = System.Diagnostics.Process.Start("kill", ["-KILL", File.ReadLines(PidFile).First()]);
            kill.WaitForExit();
        }
    }

    private async Task<bool> Runs() => File.Exists(PidFile) && Directory.Exists($"/proc/{await ProcessId()}");

    private async Task<int> ProcessId() =>
        int.Parse((await File.ReadAllLinesAsync(PidFile))[0], CultureInfo.InvariantCulture);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LearningCities.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run it from where it was built: it needs tests/servers.sh.");
    }
}

internal sealed class PostgreSql(string folder, int port)
    : Server($"postgres_start {folder}/postgres {port}", $"postgres_stop {folder}/postgres")
{
    public const string Name = "postgresql";

    private const string Database = "learning_cities";

    protected override string PidFile => Path.Combine(folder, "postgres", "data", "postmaster.pid");

    public string Connection(string role, string database = Database) =>
        $"Host=127.0.0.1;Port={port};Database={database};Username={role};Password={role}";

    /// <summary>As <c>deploy</c> does it: the suite's login owns nothing, so that row-level security holds for it.</summary>
    public async Task MakeDatabase(CancellationToken cancellation)
    {
        await Run("postgres", cancellation, "CREATE ROLE owner LOGIN", "CREATE ROLE suite LOGIN", $"CREATE DATABASE {Database} OWNER owner");
        await Run(
            Database,
            cancellation,
            "ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT USAGE ON SCHEMAS TO suite",
            "ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO suite",
            "ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT USAGE ON SEQUENCES TO suite");
    }

    /// <summary>As who migrates, so that the suite's login may use what is made.</summary>
    public async Task AsOwner(string statements, CancellationToken cancellation)
    {
        await using var server = NpgsqlDataSource.Create(Connection("owner"));
        await using var command = server.CreateCommand(statements);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Every table and index by PostgreSQL's own check, beside the checksums of its pages.</summary>
    public async Task<IReadOnlyList<string>> Check(CancellationToken cancellation)
    {
        try
        {
            await Shell(
                $"$(ls -d /usr/lib/postgresql/*/bin | tail -1)/pg_amcheck --install-missing -h 127.0.0.1 -p {port} -U postgres {Database}",
                cancellation);
            return [];
        }
        catch (InvalidOperationException damage)
        {
            return [damage.Message];
        }
    }

    private async Task Run(string database, CancellationToken cancellation, params string[] statements)
    {
        await using var server = NpgsqlDataSource.Create(Connection("postgres", database));
        foreach (var statement in statements)
        {
            await using var command = server.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}

internal sealed class RabbitMq(string folder, int port)
    : Server($"rabbitmq_start {folder}/rabbitmq {port} faults{port}", $"rabbitmq_stop {folder}/rabbitmq")
{
    public const string Name = "rabbitmq";

    public string Address => $"amqp://guest:guest@127.0.0.1:{port}";

    protected override string PidFile => Path.Combine(folder, "rabbitmq", "pid");

    /// <summary>Those that are on their way to a handler; the dead-letter queue is counted, too.</summary>
    public async Task<long> Messages(CancellationToken cancellation)
    {
        var said = await Shell(
            $". {folder}/rabbitmq/env; /usr/lib/rabbitmq/bin/rabbitmqctl -q list_queues --no-table-headers messages", cancellation);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Sum(line => long.Parse(line, CultureInfo.InvariantCulture));
    }
}
