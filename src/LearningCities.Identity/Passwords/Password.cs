using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningCities.Identity.Passwords;

/// <summary>What a password must be: long, and not one that everybody tries first. Nothing else is asked of it.</summary>
internal static class Password
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private const int FewestLetters = 5; // different ones: 'aaaaaaaaaaaa' is long, too

    private static readonly FrozenSet<string> Common = ReadCommon();

    public static void OrRefuse(string password, string email)
    {
        var plain = password.Trim().ToLowerInvariant();
        if (Common.Contains(plain)
            || Common.Contains(plain.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '.', '?', '*']))
            || plain.Distinct().Count() < FewestLetters
            || plain.Equals(email.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new RuleViolationException(
                "password-too-common", "This password is among the first that are tried. Take one that is yours alone.");
        }
    }

    private static FrozenSet<string> ReadCommon()
    {
        using var words = new StreamReader(typeof(Password).Assembly.GetManifestResourceStream("CommonPasswords.txt")!);
        return words.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();
    }

    /// <summary>
    /// Reads a password and never writes it. A request is hashed for its Idempotency-Key with a fast hash, and whoever got
    /// hold of that could try passwords on it.
    /// </summary>
    internal sealed class Unsaid : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String
                ? reader.GetString()
                : throw new JsonException("A password is a string.");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
