using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningCities.Badges.Verifying;

/// <summary>A JWT as somebody sent it: read whole, believed in nothing.</summary>
internal sealed partial record CompactJwt(JsonElement Header, JsonElement Payload, byte[] Signed, byte[] Signature)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static bool TryRead(string text, [NotNullWhen(true)] out CompactJwt? jwt)
    {
        jwt = null;
        if (Form().Match(text) is not { Success: true } parts)
        {
            return false;
        }

        try
        {
            var (header, payload) = (Parse(parts.Groups[1].Value), Parse(parts.Groups[2].Value));
            var signed = Encoding.ASCII.GetBytes(text[..text.LastIndexOf('.')]);
            jwt = new CompactJwt(header, payload, signed, Base64Url.DecodeFromChars(parts.Groups[3].Value));
            return header.ValueKind is JsonValueKind.Object && payload.ValueKind is JsonValueKind.Object;
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static JsonElement Parse(string part)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
        ReadAllOf(document.RootElement);
        return document.RootElement.Clone();
    }

    /// <summary>Broken letters throw when they are read: here, and then nowhere later.</summary>
    private static void ReadAllOf(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadAllOf(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadAllOf(property.Value);
                }

                break;
        }
    }

    [GeneratedRegex(@"\A([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\z")]
    private static partial Regex Form();
}
