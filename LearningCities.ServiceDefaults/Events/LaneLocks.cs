using Npgsql;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>
/// Which lanes this process leads: advisory locks, all on one connection of their own. When it breaks, leadership is over at
/// the same moment, with no timer and no election; another replica takes the lock when it asks next.
/// </summary>
internal sealed class LaneLocks(string connectionString, string module) : IAsyncDisposable
{
    // "outbox" as a number, so that no other user of advisory locks meets it; the module's name is hashed by the server.
    private const string TryLock = "SELECT pg_try_advisory_lock(hashtext('outbox.' || $1), $2)";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly HashSet<short> _held = [];
    private NpgsqlConnection? _connection;

    /// <summary>Takes the lane's lock if nobody has it, and sees that it is still held if we have.</summary>
    public async Task<bool> Holds(short lane, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var connection = await Connection(cancellation);
            await using var command = new NpgsqlCommand(_held.Contains(lane) ? "SELECT true" : TryLock, connection);
            if (!_held.Contains(lane))
            {
                command.Parameters.Add(new NpgsqlParameter { Value = module });
                command.Parameters.Add(new NpgsqlParameter { Value = (int)lane });
            }

            var holds = (bool)(await command.ExecuteScalarAsync(cancellation))!;
            return holds && (_held.Contains(lane) || _held.Add(lane));
        }
        catch (Exception)
        {
            await Lose();
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Lose();
        _oneAtATime.Dispose();
    }

    private async Task<NpgsqlConnection> Connection(CancellationToken cancellation)
    {
        if (_connection is { State: System.Data.ConnectionState.Open })
        {
            return _connection;
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
        return _connection;
    }

    private async Task Lose()
    {
        _held.Clear();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }
}
