using System.Net.Sockets;
using System.Text.Json;
using LearningCities.ServiceDefaults.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// Takes jobs from the command line into the running process: a socket in the data folder, for whoever may write there. One line
/// asks (JSON); what the job says comes back line by line, and the last line is its exit code.
/// </summary>
internal sealed partial class JobSocket(IServiceProvider services, DataFolder folder, ILogger<JobSocket> log) : BackgroundService
{
    private const char Ending = '\u0004';
    private const int LongestQuestion = 64 * 1024;

    /// <summary>Asks the process that serves the data folder, if there is one.</summary>
    /// <returns>The job's exit code; null where no process serves the folder.</returns>
    public static async Task<int?> AskRunning(
        string[] settings, string job, IReadOnlyDictionary<string, string> arguments, TextWriter output)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(DataFolder.SocketOf(configuration["data"] ?? "data")));
        }
        catch (Exception fault) when (fault is SocketException or ArgumentOutOfRangeException) // nobody there, or too long a path
        {
            return null;
        }

        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new Question(job, arguments)));
        await stream.WriteAsync("\n"u8.ToArray());
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line is [Ending, .. var code])
            {
                return int.Parse(code, System.Globalization.CultureInfo.InvariantCulture);
            }

            await output.WriteLineAsync(line);
        }

        await output.WriteLineAsync("The suite stopped before the job was done. Start it again and repeat the command.");
        return 1;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var path = DataFolder.SocketOf(folder.FullName);
        File.Delete(path); // a killed process leaves it behind; the folder's lock says that it is not another's
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(new UnixDomainSocketEndPoint(path));
        }
        catch (Exception fault) when (fault is SocketException or ArgumentOutOfRangeException)
        {
            CannotListen(fault, path);
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        listener.Listen();
        while (!stoppingToken.IsCancellationRequested)
        {
            var asking = await listener.AcceptAsync(stoppingToken);
            _ = Task.Run(() => Answer(asking, stoppingToken), stoppingToken);
        }
    }

    private async Task Answer(Socket asking, CancellationToken stopping)
    {
        try
        {
            await using var stream = new NetworkStream(asking, ownsSocket: true);
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { AutoFlush = true };
            if (await reader.ReadLineAsync(stopping) is not { Length: < LongestQuestion } line
                || JsonSerializer.Deserialize<Question>(line) is not { } question)
            {
                return;
            }

            var code = await Run(question, writer, stopping);
            await writer.WriteLineAsync($"{Ending}{code}");
        }
        catch (Exception fault) when (fault is IOException or JsonException or OperationCanceledException)
        {
            Interrupted(fault);
        }
    }

    private async Task<int> Run(Question question, StreamWriter writer, CancellationToken stopping)
    {
        try
        {
            return await Jobs.Run(services, question.Job, question.Arguments, writer, stopping, serving: true);
        }
        catch (Exception fault) when (fault is not IOException and not OperationCanceledException)
        {
            Failed(fault, question.Job);
            await writer.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private sealed record Question(string Job, IReadOnlyDictionary<string, string> Arguments);

    [LoggerMessage(LogLevel.Warning, "Cannot listen for jobs at {Path}; stop the suite before you run one")]
    private partial void CannotListen(Exception fault, string path);

    [LoggerMessage(LogLevel.Information, "Who asked for a job went away; it can be repeated")]
    private partial void Interrupted(Exception fault);

    [LoggerMessage(LogLevel.Error, "The job {Job} failed; it can be repeated")]
    private partial void Failed(Exception fault, string job);
}
