using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace LearningCities.Faults;

/// <summary>Where the suite's letters arrive: an SMTP server on loopback that takes everything and remembers the Message-IDs.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<Guid> _arrived = [];
    private Task _open = Task.CompletedTask;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Of each letter that came its id, as often as it came.</summary>
    public IReadOnlyCollection<Guid> Arrived => _arrived;

    public static Mailbox Open()
    {
        var mailbox = new Mailbox();
        mailbox._listener.Start();
        mailbox._open = mailbox.Accept();
        return mailbox;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _open;
        _closing.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync(_closing.Token));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException)
        {
            // That is all.
        }
    }

    private async Task Serve(TcpClient sender)
    {
        using (sender)
        {
            try
            {
                using var reader = new StreamReader(sender.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(sender.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
                await writer.WriteLineAsync("220 mailbox");
                while (await reader.ReadLineAsync(_closing.Token) is { } said && !said.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    var data = said.Equals("DATA", StringComparison.OrdinalIgnoreCase);
                    await writer.WriteLineAsync(data ? "354 go on" : "250 mailbox");
                    if (data)
                    {
                        await Take(reader);
                        await writer.WriteLineAsync("250 taken");
                    }
                }
            }
            catch (Exception cut) when (cut is IOException or OperationCanceledException)
            {
                // The sender died in the middle of a sentence. It comes again.
            }
        }
    }

    private async Task Take(StreamReader reader)
    {
        var id = default(Guid?);
        while (await reader.ReadLineAsync(_closing.Token) is { } line && line != ".")
        {
            if (id is null && line.StartsWith("Message-Id: <", StringComparison.OrdinalIgnoreCase))
            {
                id = Guid.Parse(line.AsSpan("Message-Id: <".Length, 36));
            }
        }

        _arrived.Enqueue(id ?? throw new IOException("A letter without a Message-ID."));
    }
}
