namespace LearningCities.Faults.Running;

/// <summary>The suite in one process: SQLite, events delivered straight to the handlers, an empty data folder.</summary>
internal sealed class OneProcess : ITopology
{
    private const string Suite = "suite";

    private readonly string _data;
    private readonly Child _child;

    public OneProcess(Command command, string folder, int smtpPort)
    {
        _data = Path.Combine(folder, "data");
        Address = new Uri($"http://localhost:{command.Port}");
        string[] settings = [$"--data={_data}", $"--urls=http://127.0.0.1:{command.Port}", .. Settings.Of(Address, smtpPort)];
        var arguments = command.Inbox ? settings : ["without-inbox", .. settings];
        _child = new Child(
            Suite, command.Inbox ? Binary.Host : Binary.WithoutInbox, arguments, command.Port, Path.Combine(folder, "suite.log"));
        Tables = new SqliteTables(_data);
    }

    public Uri Address { get; }

    public IReadOnlyList<string> Targets { get; } = [Suite];

    public int FirstStarts => 2;

    public Tables Tables { get; }

    public Task Start(CancellationToken cancellation)
    {
        _child.Start();
        return Task.CompletedTask;
    }

    public Task Ready(CancellationToken cancellation) => _child.Ready(cancellation);

    public Task Kill(string target) => _child.Kill();

    public Task Restart(string target, CancellationToken cancellation) => Start(cancellation);

    public async Task TellAgain(CancellationToken cancellation)
    {
        foreach (var (module, type, handler) in new[]
        {
            ("catalogue", "city.signup.made.v1", "insight.CountOnSignUpMade"),
            ("badges", "city.badge.awarded.v1", "insight.CountOnBadgeAwarded"),
            ("mobility", "city.placement.moved.v1", "insight.CountOnPlacementMoved"),
        })
        {
            await Tables.Change(
                module,
                $"""
                INSERT OR IGNORE INTO outbox_delivery (handler, seq)
                SELECT '{handler}', seq FROM outbox_message WHERE type = '{type}' ORDER BY seq DESC LIMIT 3
                """,
                cancellation);
        }
    }

    public Task Freeze(string target, TimeSpan time, CancellationToken cancellation) => _child.Freeze(time, cancellation);

    public Task<string> Job(string[] arguments, CancellationToken cancellation) =>
        Binary.Run(Binary.Host, [.. arguments, $"--data={_data}"], cancellation); // the running process does it

    public Task<long> WithBroker(CancellationToken cancellation) => Task.FromResult(0L);

    public Task<IReadOnlyList<string>> CheckFiles(CancellationToken cancellation)
    {
        _child.Dispose();
        return ((SqliteTables)Tables).Check(cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _child.Dispose();
        return Tables.DisposeAsync();
    }
}
