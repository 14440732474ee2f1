using Microsoft.Extensions.Options;
using MimeKit;

namespace LearningCities.Notifications.Letters;

/// <summary>Through which server letters go: the settings <c>Notifications:Smtp:…</c>.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Notifications:Smtp";

    /// <summary>Empty: letters wait.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Empty: the server takes letters from us without a name.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender, for instance <c>Szeged learns &lt;learn@szeged.example&gt;</c>.</summary>
    public string From { get; set; } = "";

    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    internal sealed class Check : IValidateOptions<SmtpOptions>
    {
        public ValidateOptionsResult Validate(string? name, SmtpOptions options) => options switch
        {
            { Host: "" } => ValidateOptionsResult.Success,
            _ when !IsAddress(options.From) => ValidateOptionsResult.Fail($"Set '{Section}:From' to an address."),
            { User: not "", Tls: SmtpTls.None } => ValidateOptionsResult.Fail(
                $"Set '{Section}:Tls': without it the password could be overheard."),
            _ => ValidateOptionsResult.Success,
        };

        private static bool IsAddress(string from) => MailboxAddress.TryParse(from, out var sender) && sender.Address.Contains('@');
    }
}

internal enum SmtpTls
{
    StartTls,
    Tls,
    None,
}
