using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCities.Notifications.Letters;

/// <summary>Sends the letters that wait, city by city, for as long as the process runs.</summary>
internal sealed partial class DeliverLetters(
    IServiceScopeFactory scopes, IOptions<SmtpOptions> smtp, ILogger<DeliverLetters> log) : BackgroundService
{
    private const string Worker = "notifications.DeliverLetters";

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (smtp.Value.Host.Length == 0)
        {
            NoServer(SmtpOptions.Section);
            return;
        }

        for (var pause = Idle; ; await Task.Delay(pause, stoppingToken))
        {
            try
            {
                await GoRound(stoppingToken);
                pause = Idle;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                pause = pause < Longest ? pause * 2 : Longest;
                CannotDeliver(fault.GetType().Name, pause.TotalSeconds); // its message may name a person
            }
        }
    }

    private async Task GoRound(CancellationToken stopping)
    {
        using var post = new SmtpPost(smtp);
        foreach (var city in await Cities(stopping))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.WorkIn(city.Id, Worker);
            await scope.ServiceProvider.GetRequiredService<LetterRound>().Deliver(city, post, stopping);
        }
    }

    private async Task<List<KnownCity>> Cities(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        return await db.Set<KnownCity>().AsNoTracking().ToListAsync(stopping);
    }

    [LoggerMessage(LogLevel.Information, "No {Section}:Host is set: letters wait until there is one")]
    private partial void NoServer(string section);

    [LoggerMessage(LogLevel.Warning, "Letters cannot be sent now ({Fault}); will try again in {Seconds} s")]
    private partial void CannotDeliver(string fault, double seconds);
}
