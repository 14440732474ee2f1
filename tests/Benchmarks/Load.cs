using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LearningCities.Benchmarks;

/// <summary>A client that costs little beside what it measures: one connection, one request after another, bytes counted.</summary>
internal static class Load
{
    public static Task<long> Get(Uri server, string path, Func<bool> whileTime)
    {
        var request = Request(server, path);
        return Ask(server, () => request, whileTime);
    }

    /// <summary>The bytes of a GET, or of a POST where there is something to send.</summary>
    public static byte[] Request(Uri server, string path, string? body = null) => Encoding.UTF8.GetBytes(
        $"{(body is null ? "GET" : "POST")} {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: application/json\r\n"
        + (body is null ? "\r\n" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    public static async Task<long> Ask(Uri server, Func<byte[]> next, Func<bool> whileTime)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var buffer = new byte[1024 * 1024];
        var done = 0L;
        for (; whileTime(); done++)
        {
            await socket.SendAsync(next());
            await Receive(socket, buffer);
        }

        return done;
    }

    /// <summary>How long each took, in ticks of the stopwatch.</summary>
    public static async Task<List<long>> Times(Uri server, string path, Func<bool> whileTime)
    {
        var (request, times, begun) = (Request(server, path), new List<long>(32 * 1024), 0L);
        await Ask(
            server,
            () =>
            {
                begun = Stopwatch.GetTimestamp();
                return request;
            },
            () => // asked before each, so that the one before has ended
            {
                if (begun > 0)
                {
                    times.Add(Stopwatch.GetTimestamp() - begun);
                }

                return whileTime();
            });
        return times;
    }

    private static async Task Receive(Socket socket, byte[] buffer)
    {
        var (have, whole, chunked) = (0, int.MaxValue, false);
        while (have < whole)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(have));
            have += received > 0 ? received : throw new IOException("The server closed the connection, or said more than a megabyte.");
            if (whole == int.MaxValue && !chunked && buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                var length = Length(Encoding.ASCII.GetString(buffer, 0, end));
                (whole, chunked) = length is { } bytes ? (end + 4 + bytes, false) : (int.MaxValue, true);
            }

            if (chunked && buffer.AsSpan(0, have).EndsWith("\r\n0\r\n\r\n"u8))
            {
                return; // one request at a time: nothing comes behind the last chunk
            }
        }
    }

    /// <summary>Null where the answer comes in chunks.</summary>
    private static int? Length(string head)
    {
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new IOException($"It answered: {head}");
        }

        var length = head.Split("\r\n").SingleOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null ? null : int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture);
    }
}
