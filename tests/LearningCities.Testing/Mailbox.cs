using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using MimeKit;

namespace LearningCities.Testing;

/// <summary>A real SMTP server on loopback, npm's smtp-server in a Node process, and the letters that came to it.</summary>
public sealed class Mailbox : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Smtp");
    private static readonly Lazy<Task<string?>> Installed = new(Install);

    // Who found no server here before tries again after a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly ConcurrentQueue<(string To, MimeMessage Letter)> _letters = [];
    private Process? _server;

    /// <summary>Where it listens, or did before it was stopped.</summary>
    public int Port { get; private set; }

    /// <summary>Why there can be none on this machine; null where there can.</summary>
    public static Task<string?> Missing() => Installed.Value;

    /// <param name="port">Where it is expected; 0 for any, or for where it was before.</param>
    public async Task Start(int port = 0)
    {
        Port = port == 0 ? Port : port;
        _server = Process.Start(Node("node", $"server.js {Port}"))!;
        var first = await _server.StandardOutput.ReadLineAsync();
        Port = JsonDocument.Parse(first!).RootElement.GetProperty("port").GetInt32();
        _ = Collect(_server.StandardOutput);
    }

    public async Task Stop()
    {
        _server!.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
    }

    public IReadOnlyList<MimeMessage> To(string address) => [.. _letters.Where(l => l.To == address).Select(l => l.Letter)];

    /// <summary>Waits for a letter to this address that is about this.</summary>
    public Task Brings(string address, string subject) => Eventually.Holds(
        () => Task.FromResult(To(address).Any(letter => letter.Subject?.Contains(subject, StringComparison.Ordinal) ?? false)), Patience);

    /// <summary>Waits until so many letters to this address have come.</summary>
    public async Task<IReadOnlyList<MimeMessage>> To(string address, int count)
    {
        await Eventually.Holds(() => Task.FromResult(To(address).Count >= count), Patience);
        return To(address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await Stop();
        }
    }

    private async Task Collect(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            var came = JsonDocument.Parse(line).RootElement;
            using var raw = new MemoryStream(came.GetProperty("raw").GetBytesFromBase64());
            _letters.Enqueue((came.GetProperty("to").GetString()!, await MimeMessage.LoadAsync(raw)));
        }
    }

    private static async Task<string?> Install()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            return null;
        }

        try
        {
            using var npm = Process.Start(Node("npm", "ci --no-audit --no-fund"))!;
            var (said, fault) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? null : $"npm could not fetch smtp-server: {await said}{await fault}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node is not here (apt-get install nodejs npm).";
        }
    }

    private static ProcessStartInfo Node(string program, string arguments) => new(program, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true, // its end is the server's
        RedirectStandardOutput = true,
        RedirectStandardError = program == "npm",
    };
}
