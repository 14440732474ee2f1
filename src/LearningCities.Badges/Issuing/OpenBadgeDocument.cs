using System.Text.Json.Serialization;

namespace LearningCities.Badges.Issuing;

/// <summary>An award as the world reads it: an OpenBadgeCredential 3.0 with the claims of its JWT.</summary>
internal sealed record OpenBadgeDocument(
    [property: JsonPropertyName("@context")] string[] Context,
    string Id,
    string[] Type,
    string Name,
    string Description,
    ImageDocument Image,
    ProfileDocument Issuer,
    string ValidFrom,
    string AwardedDate,
    SubjectDocument CredentialSubject,
    EvidenceDocument[] Evidence,
    StatusDocument CredentialStatus,
    SchemaDocument[] CredentialSchema,
    string Iss,
    string Jti,
    long Nbf,
    string Sub)
{
    private static readonly string[] Contexts =
    [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", // knows the type of the schema below
    ];

    public static OpenBadgeDocument Of(Award award, Badge badge, Organisation? organisation, Recipient recipient, Addresses at)
    {
        var from = award.AwardedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var achievement = AchievementDocument.Of(badge, at);
        var (id, subject, list) = ($"urn:uuid:{award.Id}", $"urn:uuid:{recipient.Id}", at.StatusList(award.StatusListId));
        return new OpenBadgeDocument(
            Contexts,
            id,
            ["VerifiableCredential", "OpenBadgeCredential"],
            achievement.Name,
            achievement.Description,
            achievement.Image,
            ProfileDocument.Of(badge.OrganisationId, organisation, at),
            from,
            from,
            new SubjectDocument(subject, ["AchievementSubject"], achievement),
            [new EvidenceDocument(award.Evidence, ["Evidence"], award.Because)],
            new StatusDocument(
                $"{list}#{award.StatusIndex}", "BitstringStatusListEntry", "revocation", $"{award.StatusIndex}", list),
            [SchemaDocument.OfAchievementCredential],
            at.Issuer(badge.OrganisationId),
            id,
            award.AwardedAt.ToUnixTimeSeconds(),
            subject);
    }
}

internal sealed record ImageDocument(string Id, string Type, string? Caption);

internal sealed record SubjectDocument(string Id, string[] Type, AchievementDocument Achievement);

internal sealed record EvidenceDocument(string? Id, string[] Type, string Narrative);

internal sealed record StatusDocument(
    string Id, string Type, string StatusPurpose, string StatusListIndex, string StatusListCredential);

internal sealed record SchemaDocument(string Id, string Type)
{
    public static SchemaDocument OfAchievementCredential { get; } = new(
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
        "1EdTechJsonSchemaValidator2019");
}
