using System.Collections;

namespace LearningCities.Catalogue;

/// <summary>One word, or a list of words, of a known list.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class KnownAttribute(string words) : ValidationAttribute
{
    private readonly string[] _words = words.Split(' ');

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var given = value is string word ? [word] : (value as IEnumerable)?.Cast<object?>() ?? [];
        foreach (var unknown in given.Where(item => !_words.Contains(item)))
        {
            return validationContext.Fails($"'{unknown}' is none of: {string.Join(", ", _words)}.");
        }

        return ValidationResult.Success;
    }
}

/// <summary>A text in some languages, each with something in it and none too long.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextsAttribute(int longest) : ValidationAttribute
{
    private const int MostLanguages = 20;

    /// <summary>Whether it must be there in one language at least.</summary>
    public bool Needed { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        LocalizedText { Count: > MostLanguages } => validationContext.Fails($"At most {MostLanguages} languages."),
        LocalizedText { Count: 0 } when Needed => validationContext.Fails("Say it in one language at least."),
        LocalizedText text => text.Select(said => Fault(said.Key, said.Value)).FirstOrDefault(fault => fault is not null) is { } fault
            ? validationContext.Fails(fault)
            : ValidationResult.Success,
        _ => ValidationResult.Success,
    };

    private string? Fault(string language, string text) =>
        string.IsNullOrWhiteSpace(text) ? $"There is nothing in '{language}'."
        : text.Length > longest ? $"In '{language}' it has {text.Length} characters; {longest} fit."
        : !Text.IsPlain(text) ? $"In '{language}' there is a character that is no text."
        : null;
}

/// <summary>A text without a language: a name, an address, a number.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PlainAttribute(int longest) : ValidationAttribute
{
    public bool Needed { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        string text when Needed && string.IsNullOrWhiteSpace(text) => validationContext.Fails("There is nothing in it."),
        string text when text.Length > longest => validationContext.Fails($"It has {text.Length} characters; {longest} fit."),
        string text when !Text.IsPlain(text) => validationContext.Fails("There is a character in it that is no text."),
        _ => ValidationResult.Success,
    };
}

/// <summary>A list of short texts, each once.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EachAttribute(int most, int longest) : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var given = (value as IEnumerable<string?>)?.ToList() ?? [];
        return given.Count > most ? validationContext.Fails($"At most {most} fit.")
            : given.Exists(string.IsNullOrWhiteSpace) ? validationContext.Fails("One of them is empty.")
            : given.Exists(text => text!.Length > longest || !Text.IsPlain(text)) ? validationContext.Fails(
                $"One of them has more than {longest} characters, or one that is no text.")
            : given.Distinct().Count() < given.Count ? validationContext.Fails("One of them is there twice.")
            : ValidationResult.Success;
    }
}

/// <summary>An address that a page may link to: <c>javascript:</c> and its like are none.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        null => ValidationResult.Success,
        string { Length: <= 2000 } text when Text.IsPlain(text)
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) => ValidationResult.Success,
        _ => validationContext.Fails("An address begins with https:// or http:// and has at most 2000 characters."),
    };
}

internal static class Text
{
    /// <summary>Without control characters; PostgreSQL cannot keep all of them, and no page can show them.</summary>
    public static bool IsPlain(string text) => !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));

    public static ValidationResult Fails(this ValidationContext context, string message) =>
        new(message, context.MemberName is { } member ? [member] : null);
}
