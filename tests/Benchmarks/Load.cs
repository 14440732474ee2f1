using System.Net.Sockets;
using System.Text;

namespace LearningCities.Benchmarks;

/// <summary>A client that costs little beside what it measures: one connection, one request after another, bytes counted.</summary>
internal static class Load
{
    public static async Task<long> Get(Uri server, string path, Func<bool> whileTime)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: application/json\r\n\r\n");
        var buffer = new byte[64 * 1024];
        var done = 0L;
        for (; whileTime(); done++)
        {
            await socket.SendAsync(request);
            await Receive(socket, buffer);
        }

        return done;
    }

    private static async Task Receive(Socket socket, byte[] buffer)
    {
        var (have, whole) = (0, int.MaxValue);
        while (have < whole)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(have));
            have += received > 0 ? received : throw new IOException("The server closed the connection.");
            if (whole == int.MaxValue && buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                whole = end + 4 + Length(Encoding.ASCII.GetString(buffer, 0, end));
            }
        }
    }

    private static int Length(string head)
    {
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new IOException($"It answered: {head}");
        }

        var lengths = head.Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return int.Parse(lengths.Single().Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
