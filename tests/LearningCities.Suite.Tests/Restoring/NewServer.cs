using System.Net.Sockets;
using LearningCities.Suite.Tests.Deploy;
using Npgsql;

namespace LearningCities.Suite.Tests.Restoring;

/// <summary>A server of PostgreSQL on which nothing has happened yet, in a folder of its own.</summary>
internal sealed class NewServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-server-");
    private readonly int _port = FreePort();

    public string Address => $"Host=127.0.0.1;Port={_port};Username=postgres";

    public async Task Start()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.FullName, File.GetUnixFileMode("/")); // its user is not ours, and has to enter
        }

        var (code, said) = await Tool.Run("bash", "-c", ". tests/servers.sh && postgres_start \"$0\" \"$1\"", Data, $"{_port}");
        Assert.True(code == 0, said);
    }

    public async ValueTask DisposeAsync()
    {
        await Tool.Run("bash", "-c", ". tests/servers.sh && postgres_stop \"$0\" immediate", Data);
        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder.FullName, "postgres");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What an operator does at a server, as its superuser.</summary>
internal static class AtServer
{
    public static async Task Do(this string server, string database, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = database, CommandTimeout = 600 }.ConnectionString);
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>One of the scripts in deploy/postgres.</summary>
    public static Task<(int Code, string Said)> Run(this string server, string script, string database, string folder)
    {
        var address = new NpgsqlConnectionStringBuilder(server);
        return Tool.Run(
            "env", $"PGHOST={address.Host}", $"PGPORT={address.Port}", $"PGUSER={address.Username}", $"PGPASSWORD={address.Password}",
            $"DATABASES={database}", "KEEP=2", $"deploy/postgres/{script}", folder);
    }
}
