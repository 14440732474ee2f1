using LearningCities.Web.Look;

namespace LearningCities.Web.Pages.Passport;

/// <summary>A place to learn at an organisation, often in another city.</summary>
public sealed record Offer(
    Guid Id,
    Guid OrganisationId,
    LocalizedText? OrganisationName,
    CityAbroad City,
    LocalizedText Title,
    LocalizedText Description,
    string Field,
    IReadOnlyList<string> Languages,
    DateOnly From,
    DateOnly To,
    int Places,
    Money? Allowance);

public sealed record CityAbroad(Guid Id, string? ShortName, LocalizedText? Name);

/// <summary>Somebody's weeks abroad, from the application until after the way home. Her passport shows it.</summary>
public sealed record Placement(
    Guid Id,
    string Code,
    Placement.OfferInShort Offer,
    Guid LearnerId,
    Guid SendingOrganisationId,
    LocalizedText? SendingOrganisationName,
    Guid HostOrganisationId,
    LocalizedText? HostOrganisationName,
    CityAbroad HostCity,
    DateOnly From,
    DateOnly To,
    string Motivation,
    DateTimeOffset AppliedAt,
    string State,
    IReadOnlyList<string> Me,
    Placement.Duty? Next,
    IReadOnlyList<Placement.Word> Agreements,
    IReadOnlyList<Placement.Part> Phases,
    long Version)
{
    public bool IsMine => Me.Contains("learner");

    public bool IsOver => State is "declined" or "withdrawn";

    public bool WaitsForMe => Next is { } next && Me.Contains(next.Party);

    /// <summary>The side that the reader has to answer for; null where she has answered or is not asked.</summary>
    public string? Asked =>
        State == "applied" ? Agreements.FirstOrDefault(a => a.State == "asked" && Me.Contains(a.Party))?.Party : null;

    /// <summary>Who must act, what, until when.</summary>
    public sealed record Duty(string Party, string Kind, string What, DateOnly Until, Guid? ItemId);

    public sealed record OfferInShort(Guid Id, LocalizedText Title);

    public sealed record Word(string Party, string State, DateTimeOffset? At, string? Comment);

    public sealed record Part(string Phase, string State, IReadOnlyList<Item> Items)
    {
        public int Done => Items.Count(item => item.DoneAt is not null);
    }

    public sealed record Item(
        Guid Id, string Kind, string What, string Party, DateOnly Due, bool Needed, DateTimeOffset? DoneAt);
}
