using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningCities.Contracts;

/// <summary>
/// A text in one or more languages: language tag (<c>hu</c>, <c>en</c>; BCP 47) to text. In JSON an object,
/// <c>{"hu": "Robotika", "en": "Robotics"}</c>; the first language is the one it was written in.
/// </summary>
/// <remarks>Two are equal when they say the same in the same languages, in the same order.</remarks>
[JsonConverter(typeof(AsObject))]
[SuppressMessage("Naming", "CA1710", Justification = "It is a text; that it can be enumerated is secondary.")]
public sealed class LocalizedText : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<LocalizedText>
{
    private readonly KeyValuePair<string, string>[] _texts;

    /// <summary>Takes the texts in the order given. Languages must differ and none may be blank.</summary>
    /// <exception cref="FormatException">A language twice, a tag that is none, or a text with U+0000.</exception>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        _texts = [.. texts.Select(text => KeyValuePair.Create(text.Key.ToLowerInvariant(), text.Value))];
        if (_texts.Any(text => !IsTag(text.Key)) || _texts.DistinctBy(text => text.Key).Count() != _texts.Length)
        {
            throw new FormatException("A text has each language once, by its tag: 'en', 'hu'.");
        }

        if (Array.Exists(_texts, text => text.Value.Contains('\0', StringComparison.Ordinal)))
        {
            throw new FormatException("A text has no character U+0000."); // PostgreSQL has no place for it
        }
    }

    public LocalizedText(string language, string text) : this([KeyValuePair.Create(language, text)])
    {
    }

    /// <summary>How many languages it is in.</summary>
    public int Count => _texts.Length;

    /// <summary>The languages it is in, the original first.</summary>
    public IEnumerable<string> Languages => _texts.Select(text => text.Key);

    /// <summary>The text in exactly this language, or null.</summary>
    public string? this[string language] =>
        _texts.Where(text => text.Key == language).Select(text => text.Value).FirstOrDefault();

    /// <summary>
    /// What to show to a reader of this culture, and in which language that is: her own, else English, else the original.
    /// Where the language is not hers, a page says so with <c>lang</c>. Empty text where there is none at all.
    /// </summary>
    public (string Language, string Text) For(CultureInfo culture)
    {
        foreach (var language in new[] { culture.TwoLetterISOLanguageName, "en" })
        {
            if (this[language] is { Length: > 0 } text)
            {
                return (language, text);
            }
        }

        return _texts.Length == 0 ? ("", "") : (_texts[0].Key, _texts[0].Value);
    }

    /// <summary>What to show to the present reader (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    public override string ToString() => For(CultureInfo.CurrentUICulture).Text;

    public bool Equals(LocalizedText? other) => other is not null && _texts.SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() =>
        _texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _texts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsTag(string tag) =>
        tag.Length is >= 2 and <= 12 && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private sealed class AsObject : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                throw new JsonException("A text is an object of languages: { \"hu\": \"…\", \"en\": \"…\" }.");
            }

            var texts = new List<KeyValuePair<string, string>>();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
            {
                var language = reader.GetString()!;
                texts.Add(reader.Read() && reader.TokenType is JsonTokenType.String
                    ? KeyValuePair.Create(language, reader.GetString()!)
                    : throw new JsonException($"The text in '{language}' is not a string."));
            }

            try
            {
                return new LocalizedText(texts);
            }
            catch (FormatException fault)
            {
                throw new JsonException(fault.Message, fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (language, text) in value)
            {
                writer.WriteString(language, text);
            }

            writer.WriteEndObject();
        }
    }
}
