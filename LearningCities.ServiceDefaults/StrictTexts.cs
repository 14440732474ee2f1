using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningCities.ServiceDefaults;

/// <summary>A text that a table can keep: PostgreSQL has no place for U+0000, and would answer with a fault of the server.</summary>
internal sealed class StrictText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw new JsonException("A text is expected here.");
        }

        var text = reader.GetString();
        return text!.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("A text has no character U+0000.") : text;
    }

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options)!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}

/// <summary>Lists of texts without a null among them: that a member may not be null does not speak for what is in its list.</summary>
internal sealed class StrictTexts : JsonConverterFactory
{
    public static bool Reads(Type type) => type == typeof(string[]) || type == typeof(IReadOnlyList<string>);

    public override bool CanConvert(Type typeToConvert) => Reads(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert == typeof(string[]) ? new ListOf<string[]>() : new ListOf<IReadOnlyList<string>>();

    private sealed class ListOf<T> : JsonConverter<T> where T : class, IEnumerable<string>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.StartArray)
            {
                throw new JsonException("A list is expected here.");
            }

            var (texts, text) = (new List<string>(), new StrictText());
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                texts.Add(text.Read(ref reader, typeof(string), options)!);
            }

            return (T)(object)texts.ToArray();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var text in value)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }
    }
}
