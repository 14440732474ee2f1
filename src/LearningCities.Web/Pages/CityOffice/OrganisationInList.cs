namespace LearningCities.Web.Pages.CityOffice;

/// <summary>An organisation as anybody may see it.</summary>
public sealed record OrganisationInList(Guid Id, LocalizedText Name, string District, string? Website, long Version);

/// <summary>Somebody who acts for an organisation.</summary>
public sealed record Member(Guid Id, Guid PersonId, string Name, DateTimeOffset Since, long Version);

/// <summary>A key by which an organisation's own programs work. The key itself is shown once, when it is made.</summary>
public sealed record Key(
    Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset EndsAt, DateTimeOffset? LastUsedAt,
    DateTimeOffset? WithdrawnAt, long Version);
