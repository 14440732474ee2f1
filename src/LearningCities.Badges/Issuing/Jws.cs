using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningCities.Badges.Issuing;

/// <summary>Compact JWS with ES256: three parts in base64url, the last one the signature over the others.</summary>
internal static class Jws
{
    public static string Sign(OpenBadgeDocument document, string address, Func<byte[], byte[]> sign) =>
        Sign(JsonSerializer.SerializeToUtf8Bytes(document, Documents.Plain.OpenBadgeDocument), "JWT", address, sign);

    public static string Sign(StatusListDocument document, string address, Func<byte[], byte[]> sign) =>
        Sign(JsonSerializer.SerializeToUtf8Bytes(document, Documents.Plain.StatusListDocument), "vc+jwt", address, sign);

    private static string Sign(byte[] payload, string type, string address, Func<byte[], byte[]> sign)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new JwsHeader("ES256", type, address), Documents.Plain.JwsHeader);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }
}

/// <param name="Kid">Where the public key is: an address that answers one JWK.</param>
internal sealed record JwsHeader(string Alg, string Typ, string Kid);

[JsonSerializable(typeof(OpenBadgeDocument))]
[JsonSerializable(typeof(StatusListDocument))]
[JsonSerializable(typeof(JwsHeader))]
internal sealed partial class Documents : JsonSerializerContext
{
    // Letters stay letters: it is JSON for machines and never put into a page as it is.
    public static Documents Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
