using System.Diagnostics;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace LearningCities.Notifications.Letters;

/// <summary>One city's letters that are due, sent one after the other.</summary>
internal sealed partial class LetterRound(LetterBox box, Recipients recipients, LetterWriter writer, ILogger<LetterRound> log)
{
    private const int Most = 50;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <exception cref="Exception">The server cannot be reached: no letter was claimed and none is the worse for it.</exception>
    public async Task Deliver(KnownCity city, SmtpPost post, CancellationToken stopping)
    {
        while (await box.HasAny(stopping))
        {
            await post.Connect(stopping);
            var claimed = Stopwatch.StartNew();
            var letters = await box.Claim(Most, stopping);
            foreach (var letter in letters)
            {
                if (claimed.Elapsed + SmtpPost.Timeout * 2 > LetterBox.Lease)
                {
                    break; // too late to be sure that nobody else begins with it; the lease runs out and it is claimed again
                }

                await Deliver(letter, city, post, stopping);
            }

            if (letters.Count == 0)
            {
                return;
            }
        }
    }

    private async Task Deliver(Letter letter, KnownCity city, SmtpPost post, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(SmtpPost.Timeout);
        try
        {
            if (await recipients.Of(letter, limit.Token) is not { } recipient)
            {
                await box.Park(letter, "There is nobody to write to any more, or no longer a reason.", stopping);
                return;
            }

            await post.Connect(limit.Token);
            await post.Send(writer.Write(letter, recipient, city), limit.Token);
            await box.MarkSent(letter, CancellationToken.None); // a crash before this line sends it again, under the same Message-ID
        }
        catch (RefusedException refusal)
        {
            await Park(letter, refusal.Message, stopping);
        }
        catch (ParseException)
        {
            await Park(letter, "The address is none.", stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // Without limit, whatever it was: giving up would lose the letter. What the fault says may name the recipient.
            var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, letter.Attempts - 1), LongestPause.TotalSeconds));
            Waits(letter.Id, fault.GetType().Name, pause.TotalSeconds);
            await box.TryAgain(letter, pause, stopping);
        }
    }

    private async Task Park(Letter letter, string reason, CancellationToken stopping)
    {
        Parked(letter.Id, reason);
        await box.Park(letter, reason, stopping);
    }

    [LoggerMessage(LogLevel.Warning, "The letter {Letter} cannot be sent now ({Fault}); will try again in {Seconds} s")]
    private partial void Waits(Guid letter, string fault, double seconds);

    [LoggerMessage(LogLevel.Error, "The letter {Letter} is parked, and the others go on: {Reason}")]
    private partial void Parked(Guid letter, string reason);
}
