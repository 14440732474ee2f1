using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace LearningCities.Notifications.Letters;

/// <summary>A connection to the SMTP server, kept for the letters of one round.</summary>
internal sealed class SmtpPost(IOptions<SmtpOptions> options) : IDisposable
{
    /// <summary>Well under the lease, or a second process would begin to send the same letter.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly SmtpClient _client = new() { Timeout = (int)Timeout.TotalMilliseconds };

    public async Task Connect(CancellationToken cancellation)
    {
        if (_client.IsConnected)
        {
            return;
        }

        var smtp = options.Value;
        await _client.ConnectAsync(smtp.Host, smtp.Port, SocketOf(smtp.Tls), cancellation);
        if (smtp.User.Length > 0)
        {
            await _client.AuthenticateAsync(smtp.User, smtp.Password, cancellation);
        }
    }

    /// <exception cref="RefusedException">The server will not take this letter, today or tomorrow.</exception>
    public async Task Send(MimeMessage message, CancellationToken cancellation)
    {
        try
        {
            await _client.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException fault) when (IsAboutTheLetter(fault) && (int)fault.StatusCode >= 500)
        {
            // What the server said names the address, so only its code goes on from here.
            throw new RefusedException($"The server refused it: {(int)fault.StatusCode}, {fault.ErrorCode}.");
        }
    }

    public Task Disconnect(CancellationToken cancellation) => _client.DisconnectAsync(quit: true, cancellation);

    public void Dispose() => _client.Dispose();

    /// <summary>A refused sender is a setting of ours that is wrong; letters wait until it is put right.</summary>
    private static bool IsAboutTheLetter(SmtpCommandException fault) =>
        fault.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    private static SecureSocketOptions SocketOf(SmtpTls tls) => tls switch
    {
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        SmtpTls.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}

/// <summary>For good. The message is kept with the letter, and names nobody.</summary>
internal sealed class RefusedException(string message) : Exception(message);
