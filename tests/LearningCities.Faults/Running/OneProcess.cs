namespace LearningCities.Faults.Running;

/// <summary>The suite in one process: SQLite, events delivered straight to the handlers, an empty data folder.</summary>
internal sealed class OneProcess : ITopology
{
    private const string Suite = "suite";
    private const int ToldAgain = 20; // of each module that listens

    private readonly string _data;
    private readonly Child _child;

    public OneProcess(Command command, string folder, int smtpPort)
    {
        _data = Path.Combine(folder, "data");
        Address = new Uri($"http://localhost:{command.Port}");
        string[] arguments =
        [
            "witness", $"{command.Control}", $"--data={_data}", $"--urls=http://127.0.0.1:{command.Port}", .. Settings.Of(Address, smtpPort),
        ];
        _child = new Child(Suite, Binary.Witness, arguments, command.Port, Path.Combine(folder, "suite.log"));
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

    public async Task<int> TellAgain(CancellationToken cancellation)
    {
        var told = 0;
        foreach (var module in Tables.Modules)
        {
            var effects = await Tables.Read(
                module,
                $"SELECT handler, message_id FROM witness_effect ORDER BY rowid DESC LIMIT {ToldAgain}",
                row => $"('{row.GetString(0)}', '{row.GetString(1)}')", cancellation);
            foreach (var teller in effects.Count == 0 ? [] : Tables.Modules)
            {
                told += await Tables.Change(
                    teller,
                    $"""
                    WITH effect (handler, id) AS (VALUES {string.Join(", ", effects)})
                    INSERT OR IGNORE INTO outbox_delivery (handler, seq)
                    SELECT handler, seq FROM effect JOIN outbox_message USING (id)
                    """,
                    cancellation);
            }
        }

        return told;
    }

    public Task Forget(string target, CancellationToken cancellation) =>
        Tables.Change("notifications", "UPDATE letter SET lease_until = NULL WHERE lease_until IS NOT NULL", cancellation);

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
