using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MimeKit;

namespace LearningCities.Notifications.Letters;

/// <summary>Puts a letter into words: plain text and simple HTML that say the same, in the recipient's language.</summary>
internal sealed class LetterWriter(IConfiguration configuration, IOptions<SmtpOptions> smtp, Texts texts)
{
    private readonly Uri _public = new(configuration["PublicUrl"]!.TrimEnd('/') + "/");

    /// <exception cref="ParseException">The recipient's or the sender's address is none.</exception>
    public MimeMessage Write(Letter letter, Recipient recipient, KnownCity city)
    {
        Speak(recipient.Language);
        var link = recipient.Link ?? new Uri(_public, $"{city.ShortName}/{Page(letter)}").ToString();
        var words = new Words(
            Greeting: texts.Say("letter-greeting", recipient.Name),
            Body: letter.News.Kind is Kinds.PasswordReset ? texts["letter-password-reset"] : letter.News.Sentence(texts),
            LinkText: texts[letter.News.Kind is Kinds.PasswordReset ? "letter-link-password-reset" : "letter-link"],
            Link: link,
            Footer: texts.Say("letter-footer", city.Name));

        return new MimeMessage
        {
            MessageId = $"{letter.Id}@{_public.Host}", // the same at each try, so that a mail program can drop the second
            Date = letter.News.At,
            From = { MailboxAddress.Parse(smtp.Value.From) },
            To = { new MailboxAddress(recipient.Name, MailboxAddress.Parse(recipient.Email).Address) },
            Subject = Subject(letter.News),
            Headers = { { "Auto-Submitted", "auto-generated" }, { HeaderId.ContentLanguage, CultureInfo.CurrentUICulture.Name } },
            Body = new MultipartAlternative { Part("plain", words.AsText()), Part("html", words.AsHtml()) },
        };
    }

    private string Subject(News news) => texts.Say(
        news.Kind.StartsWith("placement-", StringComparison.Ordinal) ? "letter-subject-placement" : $"letter-subject-{news.Kind}",
        news.Name);

    /// <summary>In this letter; the method that called it forgets the language when it is done.</summary>
    private static void Speak(string language)
    {
        var spoken = ServiceDefaults.ServiceDefaults.Languages.Contains(language) ? language : "en";
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(spoken);
    }

    /// <summary>Where Web shows the thing.</summary>
    private static string Page(Letter letter) => letter.News.Kind switch
    {
        Kinds.BadgeAwarded or Kinds.AwardRevoked => $"badges/{letter.About}",
        Kinds.SignUpMade or Kinds.ActivityCancelled => "me",
        _ => $"passport/{letter.About}",
    };

    private static TextPart Part(string kind, string text) => new(kind) { Text = text };

    private sealed record Words(string Greeting, string Body, string LinkText, string Link, string Footer)
    {
        public string AsText() => $"{Greeting}\n\n{Body}\n\n{LinkText}:\n{Link}\n\n--\n{Footer}\n";

        public string AsHtml()
        {
            var link = WebUtility.HtmlEncode(Link);
            return $"""
                <!doctype html>
                <html lang="{CultureInfo.CurrentUICulture.Name}">
                <body style="margin:0 auto;max-width:36em;padding:1.5em;font:1.1em/1.5 sans-serif;color:#1c1c28">
                <p>{WebUtility.HtmlEncode(Greeting)}</p>
                <p>{WebUtility.HtmlEncode(Body)}</p>
                <p><a href="{link}">{WebUtility.HtmlEncode(LinkText)}</a></p>
                <p style="color:#5a5a6a;font-size:.85em">{WebUtility.HtmlEncode(Footer)}</p>
                </body>
                </html>
                """;
        }
    }
}
