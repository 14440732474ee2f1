using System.Globalization;
using System.Text.Json.Serialization;

namespace LearningCities.Badges.Issuing;

/// <summary>A status list as the world reads it: a BitstringStatusListCredential with the claims of its JWT.</summary>
internal sealed record StatusListDocument(
    [property: JsonPropertyName("@context")] string[] Context,
    string Id,
    string[] Type,
    string Issuer,
    string ValidFrom,
    BitsDocument CredentialSubject,
    string Iss,
    string Jti,
    long Nbf,
    string Sub)
{
    public static StatusListDocument Of(StatusList list, string bits, Addresses at, DateTimeOffset now)
    {
        var (id, issuer) = (at.StatusList(list.Id), at.Issuer(list.OrganisationId));
        return new StatusListDocument(
            ["https://www.w3.org/ns/credentials/v2"],
            id,
            ["VerifiableCredential", "BitstringStatusListCredential"],
            issuer,
            now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            new BitsDocument($"{id}#list", "BitstringStatusList", "revocation", bits, Ttl: 60_000),
            issuer,
            id,
            now.ToUnixTimeSeconds(),
            $"{id}#list");
    }
}

/// <param name="Ttl">How long a verifier may rely on its copy, in milliseconds.</param>
internal sealed record BitsDocument(string Id, string Type, string StatusPurpose, string EncodedList, int Ttl);
