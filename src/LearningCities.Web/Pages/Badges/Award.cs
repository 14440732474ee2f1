namespace LearningCities.Web.Pages.Badges;

/// <summary>A badge that somebody was given, as the badges module shows it.</summary>
public sealed record Award(
    Guid Id,
    Guid BadgeId,
    Badge Badge,
    Guid LearnerId,
    Guid OrganisationId,
    LocalizedText OrganisationName,
    string Because,
    string? Evidence,
    DateTimeOffset AwardedAt,
    DateTimeOffset? RevokedAt,
    string? RevokedBecause,
    long Version);

/// <summary>What an organisation awards.</summary>
public sealed record Badge(
    Guid Id,
    Guid OrganisationId,
    LocalizedText OrganisationName,
    LocalizedText Name,
    LocalizedText Description,
    LocalizedText Criteria,
    IReadOnlyList<string> Skills,
    int Level,
    Design Design,
    DateTimeOffset? RetiredAt,
    long Version);

/// <summary>How a badge looks.</summary>
public sealed record Design(string Shape, string Emblem, int Hue);

/// <summary>A link by which strangers see an award, under the name its holder chose.</summary>
public sealed record Share(
    Guid Id, string Code, string Url, string ShownName, DateTimeOffset? Until, DateTimeOffset? WithdrawnAt, long Version)
{
    public bool IsOpen(DateTimeOffset now) => WithdrawnAt is null && (Until is null || Until > now);
}

/// <summary>What a stranger sees of an award.</summary>
public sealed record SharedAward(
    string ShownName,
    Badge Badge,
    LocalizedText OrganisationName,
    string Because,
    string? Evidence,
    DateTimeOffset AwardedAt,
    string State,
    DateTimeOffset? RevokedAt,
    string? RevokedBecause)
{
    public bool IsRevoked => State == "revoked";
}

/// <summary>What came of checking a credential.</summary>
public sealed record Verification(
    string Verdict, IReadOnlyList<Check> Checks, VerifiedBadge? Badge, LocalizedText? IssuerName, DateTimeOffset? ValidFrom);

public sealed record Check(string Name, string Outcome, string? Detail);

/// <summary>What a credential says of the badge it is about.</summary>
public sealed record VerifiedBadge(LocalizedText Name, LocalizedText? Description, LocalizedText? Criteria);
