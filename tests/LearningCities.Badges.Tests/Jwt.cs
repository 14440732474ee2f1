using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace LearningCities.Badges.Tests;

/// <summary>A JWT taken apart, as a reader outside would.</summary>
internal sealed class Jwt(string text)
{
    public JsonNode Header { get; } = Part(text, 0);

    public JsonNode Payload { get; } = Part(text, 1);

    public JsonNode Status => Payload["credentialStatus"]!;

    /// <summary>The same signature over something else.</summary>
    public string Saying(Action<JsonNode> otherwise)
    {
        var changed = Payload.DeepClone();
        otherwise(changed);
        var parts = text.Split('.');
        return $"{parts[0]}.{Encode(changed)}.{parts[2]}";
    }

    public static string Encode(JsonNode node) =>
        Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));

    private static JsonNode Part(string text, int index) => JsonNode.Parse(Base64Url.DecodeFromChars(text.Split('.')[index]))!;
}
