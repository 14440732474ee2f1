namespace LearningCities.Faults.Running;

/// <summary>Each module by itself, behind the gateway, with PostgreSQL and RabbitMQ: all of them can be killed.</summary>
internal sealed class SeparateServices : ITopology
{
    private static readonly string[] Programs = ["web", "gateway", "notifications"];

    private readonly string _folder;
    private readonly int _port, _smtpPort;
    private readonly PostgreSql _postgres;
    private readonly RabbitMq _rabbit;
    private readonly Dictionary<string, Child> _children;

    public SeparateServices(Command command, string folder, int smtpPort)
    {
        (_folder, _port, _smtpPort) = (folder, command.Port, smtpPort);
        _postgres = new PostgreSql(folder, command.Port + 1);
        _rabbit = new RabbitMq(folder, command.Port + 2);
        _children = Services.ToDictionary(
            service => service,
            service => new Child(
                service,
                Binary.Witness,
                ["witness", $"{command.Control}", $"--target={service}", $"--urls=http://127.0.0.1:{PortOf(service)}", .. SettingsOf(service, "suite")],
                PortOf(service),
                Path.Combine(folder, $"{service}.log")));
        Tables = new PostgreSqlTables(_postgres.Connection("postgres"));
        Targets = [.. Services, RabbitMq.Name, PostgreSql.Name];
    }

    public Uri Address => new($"http://localhost:{_port}");

    public IReadOnlyList<string> Targets { get; }

    public int FirstStarts => 0;

    public Tables Tables { get; }

    private static IReadOnlyList<string> Services { get; } = [.. Host.Suite.Targets];

    public async Task Start(CancellationToken cancellation)
    {
        await _postgres.Start(cancellation);
        await _postgres.MakeDatabase(cancellation);
        await _rabbit.Start(cancellation);
        await Binary.Run(Binary.Host, [.. SettingsOf("all", "owner"), "--migrate"], cancellation);
        string[] withTables = [.. Tables.Modules, "web"]; // which keeps nothing of the story, and hears of cities
        await _postgres.AsOwner(string.Concat(withTables.Select(module => Witness.Tables($"{module}.", "uuid"))), cancellation);
        await Binary.Run(Binary.Host, [.. SettingsOf("all", "suite"), "--topology"], cancellation);
        foreach (var child in _children.Values)
        {
            child.Start();
        }
    }

    public async Task Ready(CancellationToken cancellation)
    {
        await _postgres.Start(cancellation);
        await _rabbit.Start(cancellation);
        await Task.WhenAll(_children.Values.Select(child => child.Ready(cancellation)));
    }

    public Task Kill(string target) => target switch
    {
        PostgreSql.Name => _postgres.Kill(),
        RabbitMq.Name => _rabbit.Kill(),
        _ => _children[target].Kill(),
    };

    public Task Restart(string target, CancellationToken cancellation)
    {
        switch (target)
        {
            case PostgreSql.Name: return _postgres.Start(cancellation);
            case RabbitMq.Name: return _rabbit.Start(cancellation);
            default: _children[target].Start(); return Task.CompletedTask;
        }
    }

    public async Task<int> TellAgain(CancellationToken cancellation)
    {
        var told = 0;
        foreach (var module in new[] { "catalogue", "badges", "mobility" })
        {
            told += await Tables.Change(
                module,
                """
                UPDATE outbox_message SET state = 0
                WHERE seq IN (SELECT seq FROM outbox_message WHERE state = 1 ORDER BY seq DESC LIMIT 5)
                """,
                cancellation);
        }

        return told;
    }

    public Task Forget(string target, CancellationToken cancellation) => target == "notifications"
        ? Tables.Change("notifications", "UPDATE letter SET lease_until = NULL WHERE lease_until IS NOT NULL", cancellation)
        : Task.CompletedTask;

    public Task Freeze(string target, TimeSpan time, CancellationToken cancellation) => target switch
    {
        PostgreSql.Name => _postgres.Freeze(time, cancellation),
        RabbitMq.Name => _rabbit.Freeze(time, cancellation),
        _ => _children[target].Freeze(time, cancellation),
    };

    public Task<string> Job(string[] arguments, CancellationToken cancellation) =>
        Binary.Run(Binary.Host, [.. arguments, "--target=identity", .. SettingsOf("identity", "suite", "job")], cancellation);

    public Task<long> WithBroker(CancellationToken cancellation) => _rabbit.Messages(cancellation);

    public Task<IReadOnlyList<string>> CheckFiles(CancellationToken cancellation)
    {
        Stop();
        return _postgres.Check(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        await _rabbit.Stop();
        await _postgres.Stop();
        await Tables.DisposeAsync();
    }

    private void Stop()
    {
        foreach (var child in _children.Values)
        {
            child.Dispose();
        }
    }

    private int PortOf(string service) => service == "gateway" ? _port : _port + 5 + Services.ToList().IndexOf(service);

    /// <summary>Its own database and secrets, and no other's.</summary>
    private IEnumerable<string> SettingsOf(string service, string role, string? folder = null) =>
    [
        .. Running.Settings.Of(Address, _smtpPort).Where(setting =>
            !setting.StartsWith("--Clients", StringComparison.Ordinal)),
        $"--data={Path.Combine(_folder, folder ?? service)}",
        "--tables=postgresql",
        "--events=rabbitmq",
        $"--ConnectionStrings:rabbitmq={_rabbit.Address}",
        .. Services.Where(module => service == module || service == "all")
            .Select(module => $"--ConnectionStrings:{module}={_postgres.Connection(role)}"),
        .. Services.Select(module => $"--services:{module}:http:0=http://127.0.0.1:{PortOf(module)}"),
        .. Programs.Where(program => service == program || service is "identity" or "all")
            .Select(program => $"--Clients:{program}={Running.Settings.WebsSecret}"),
    ];
}
