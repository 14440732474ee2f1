using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace LearningCities.Notifications.Letters;

/// <summary>That the SMTP server lets us in. It sends nothing.</summary>
internal sealed class SmtpCheckUp(IOptions<SmtpOptions> options) : ICheckUp
{
    public async IAsyncEnumerable<Finding> Look([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return options.Value.Host.Length == 0
            ? new(SmtpOptions.Section, Standing.Mind, $"No server is set, so e-mails wait: nobody who has forgotten a password gets a new one. Set '{SmtpOptions.Section}:Host', Port and From.")
            : await Enter(cancellation);
    }

    private async Task<Finding> Enter(CancellationToken cancellation)
    {
        var smtp = options.Value;
        try
        {
            using var post = new SmtpPost(options);
            await post.Connect(cancellation);
            await post.Disconnect(cancellation);
            return new(SmtpOptions.Section, Standing.Fine, $"{smtp.Host}:{smtp.Port} lets us in, and letters come from {smtp.From}");
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return Finding.Silent(SmtpOptions.Section, fault, $"Correct '{SmtpOptions.Section}' ({smtp.Host}:{smtp.Port}, {smtp.Tls}). E-mails wait until then.");
        }
    }
}
