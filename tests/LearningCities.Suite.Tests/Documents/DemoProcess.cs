using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

namespace LearningCities.Suite.Tests.Documents;

/// <summary>The suite as a newcomer starts it: the README's first command, in a process of its own, on a free port and in a new folder.</summary>
public sealed class DemoProcess : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5); // what else runs here is not the README's fault

    private readonly string _data = $"artifacts/readme-{Guid.CreateVersion7():n}"; // from where the command is given, as the README says
    private readonly List<string> _said = [];
    private Process? _process;

    /// <summary>What it starts with, as the README has it.</summary>
    public static string Command { get; } = Document.Named("README.md").Blocks.First(block => block.Language == "bash").Lines[0];

    public Uri Address { get; private set; } = null!;

    public string Data => Path.Combine(Sources.Root, _data);

    /// <summary>From the command to Ready, whether it had to be built or not.</summary>
    public TimeSpan Took { get; private set; }

    public string Said => string.Join('\n', _said);

    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        return client;
    }

    /// <summary>Somebody's token, as the pages get one; null where the password is not hers.</summary>
    public async Task<string?> SignIn(string email, string password)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:learning-cities:password",
            ["client_id"] = "web",
            ["client_secret"] = await File.ReadAllTextAsync(Path.Combine(Data, "web.secret")),
            ["username"] = email,
            ["password"] = password,
        });
        using var client = Client();
        using var answer = await client.PostAsync("/api/identity/token", form);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()
            : null;
    }

    public async ValueTask InitializeAsync()
    {
        Address = new Uri($"http://localhost:{FreePort()}");
        var began = Stopwatch.StartNew();
        var start = new ProcessStartInfo(Command.Split(' ')[0], [.. Command.Split(' ')[1..], $"--urls={Address}", $"--data={_data}"])
        {
            WorkingDirectory = Sources.Root,
            RedirectStandardOutput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // or a compiler that stays would keep the test's output open
        _process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            _said.Add(line);
            if (line.StartsWith("Ready:", StringComparison.Ordinal))
            {
                Took = began.Elapsed;
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None); // or it would wait for a reader
                return;
            }
        }

        throw new InvalidOperationException($"'{Command}' ended before it was ready:\n{Said}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
