using System.Diagnostics;

namespace LearningCities.Faults.Running;

/// <summary>A process of the suite. It is started again when it ends by itself, as a supervisor would.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly string _name, _binary, _log;
    private readonly string[] _arguments;
    private readonly int _port;
    private readonly HttpClient _health = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    public Child(string name, string binary, string[] arguments, int port, string log)
    {
        (_name, _binary, _arguments, _port, _log) = (name, binary, arguments, port, log);
        AppDomain.CurrentDomain.ProcessExit += Orphan; // or it would go on, on a port that the next round wants
    }

    /// <summary>How often it ended by itself.</summary>
    public int Ended { get; private set; }

    public void Start()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >>\"$LOG\" 2>&1 </dev/null", _binary, .. _arguments]);
        (start.Environment["LOG"], start.Environment["DOTNET_gcServer"]) = (_log, "0");
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{_name} does not start.");
    }

    public async Task Kill()
    {
        _process!.Kill(); // SIGKILL
        await _process.WaitForExitAsync();
    }

    public async Task Freeze(TimeSpan time, CancellationToken cancellation)
    {
        await Signal.Send("STOP", _process!.Id);
        await Task.Delay(time, cancellation);
        await Signal.Send("CONT", _process.Id);
    }

    public async Task Ready(CancellationToken cancellation)
    {
        for (var waited = Stopwatch.StartNew(); !await IsReady(cancellation); await Task.Delay(Look, cancellation))
        {
            if (_process!.HasExited)
            {
                Ended++;
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
                Start();
            }

            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"{_name} is not ready after {Patience.TotalMinutes} min; its log is {_log}");
            }
        }
    }

    public void Dispose()
    {
        _health.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
        AppDomain.CurrentDomain.ProcessExit -= Orphan;
    }

    private void Orphan(object? sender, EventArgs e) => Dispose();

    private async Task<bool> IsReady(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _health.GetAsync($"http://127.0.0.1:{_port}/health/ready", cancellation);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}

internal static class Signal
{
    public static async Task Send(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync();
    }
}
