using Npgsql;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>
/// Which lanes this process leads: advisory locks, all on one connection of their own. When it breaks, leadership is over at
/// the same moment, with no timer and no election; another replica takes the lock when it asks next. The same connection
/// hears from other replicas that there is something to send.
/// </summary>
internal sealed class LaneLocks(string connectionString, string module, string outbox) : IAsyncDisposable
{
    private readonly string _channel = $"outbox.{module}";
    private HashSet<short> _held = [];
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _look;

    // "outbox" as a number, so that no other user of advisory locks meets it; the module's name is hashed by the server.
    private string Look =>
        $"""
        SELECT lane,
          CASE WHEN lane = ANY($2) THEN true ELSE pg_try_advisory_lock(hashtext('outbox.' || $1), lane) END,
          EXISTS (SELECT 1 FROM {outbox} m WHERE m.lane = l.lane AND state = 0 AND not_before <= clock_timestamp())
        FROM generate_series(0, {Lanes.Count - 1}) l(lane)
        """;

    /// <summary>Whether this process leads the lane, as far as its connection knows.</summary>
    public bool Holds(short lane) => Volatile.Read(ref _held).Contains(lane);

    /// <summary>Takes the locks that nobody has, and finds the lanes with something to send.</summary>
    /// <param name="news">Whether it is new, so that the leaders of other lanes are told.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Those of ours.</returns>
    public async Task<List<short>> Due(bool news, CancellationToken cancellation)
    {
        try
        {
            var (held, due, others) = (new HashSet<short>(), new List<short>(), false);
            var look = await Connected(cancellation);
            look.Parameters[1].Value = _held.Select(lane => (int)lane).ToArray();
            await using (var lanes = await look.ExecuteReaderAsync(cancellation))
            {
                while (await lanes.ReadAsync(cancellation))
                {
                    var (lane, isOurs, isDue) = ((short)lanes.GetInt32(0), lanes.GetBoolean(1), lanes.GetBoolean(2));
                    others |= isDue && !isOurs;
                    if (isOurs)
                    {
                        held.Add(lane);
                        due.AddRange(isDue ? [lane] : []);
                    }
                }
            }

            Volatile.Write(ref _held, held);
            if (news && others)
            {
                await Execute($"NOTIFY \"{_channel}\"", cancellation); // a hint: without it they look within a second
            }

            return due;
        }
        catch (Exception)
        {
            await Lose();
            throw;
        }
    }

    /// <summary>Until the bell rings here, another replica says that there is something, or the time is over.</summary>
    public async Task Wait(Task ring, TimeSpan atMost, CancellationToken cancellation)
    {
        using var rung = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var told = _connection!.WaitAsync(atMost, rung.Token); // notices at once, too, when the connection breaks
            await Task.WhenAny(told, ring);
            await rung.CancelAsync();
            await told;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The bell: the connection is as good as it was.
        }
        catch (Exception)
        {
            await Lose();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await Lose();

    private async Task<NpgsqlCommand> Connected(CancellationToken cancellation)
    {
        if (_look is not null && _connection is { State: System.Data.ConnectionState.Open })
        {
            return _look;
        }

        await Lose();
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false, // a pool would hand the locks to whoever comes next
            KeepAlive = 5,
            CommandTimeout = 5,
        };
        _connection = new NpgsqlConnection(settings.ConnectionString);
        await _connection.OpenAsync(cancellation);
        await Execute($"LISTEN \"{_channel}\"", cancellation);
        _look = new NpgsqlCommand(Look, _connection)
        {
            Parameters = { new() { Value = module }, new() { Value = Array.Empty<int>() } },
        };
        await _look.PrepareAsync(cancellation);
        return _look;
    }

    private async Task Execute(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task Lose()
    {
        Volatile.Write(ref _held, []);
        await (_look?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        (_look, _connection) = (null, null);
    }
}
