using System.Text.Json.Serialization;
using LearningCities.Catalogue.Activities;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching;

/// <summary>An activity as it is found and listed.</summary>
internal sealed record IndexedActivity(
    Guid Id,
    LocalizedText Title,
    LocalizedText Summary,
    LocalizedText Description,
    string Kind,
    string Mode,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    Price Price,
    Venue? Venue,
    Guid OrganisationId,
    LocalizedText OrganisationName,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Access,
    IReadOnlyList<string> Languages,
    int? PlacesLeft,
    bool Cancelled)
{
    /// <summary>Which change of the table it is as of: what is newer has a larger one.</summary>
    public long ChangeNumber { get; init; }

    [JsonIgnore]
    public Position? Position { get; } = Venue is null ? null : new(Venue.Latitude, Venue.Longitude);

    public static IndexedActivity Of(Activity activity, Beside beside) => new(
        activity.Id,
        activity.Title,
        activity.Summary,
        activity.Description,
        activity.Kind,
        activity.Mode,
        activity.StartsAt,
        activity.EndsAt,
        activity.Price,
        activity.Venue,
        activity.OrganisationId,
        beside.OrganisationOf(activity),
        activity.Skills,
        activity.Access,
        activity.Languages,
        beside.PlacesLeftOf(activity),
        activity.CancelledAt is not null)
    {
        ChangeNumber = activity.ChangeNumber,
    };

    /// <summary>What its words are worth: the title most, then what it teaches, who offers it, and what is said about it.</summary>
    public IEnumerable<Passage> Passages() =>
    [
        .. Texts(Title, 5),
        .. Skills.SelectMany(skill => Names.OfSkill(skill, 3)),
        .. Texts(Summary, 2),
        .. Texts(OrganisationName, 2),
        .. Texts(Description, 1),
        .. Venue is null ? [] : Place(Venue, Title.Languages.First().Split('-')[0]),
        .. Names.OfKind(Kind, 2),
        .. Names.OfMode(Mode, 1),
        .. Access.SelectMany(access => Names.OfAccess(access, 1)),
        .. Price.Amount == 0 ? Names.OfFree(3) : [],
    ];

    // A place has its name in the language that is spoken there: szőregi and Szőregen are in Szőreg.
    private static IEnumerable<Passage> Place(Venue venue, string language) =>
    [
        new(venue.Name, language, 2),
        new(venue.Address, language),
        new(venue.District.Replace('-', ' '), language, 2),
    ];

    private static IEnumerable<Passage> Texts(LocalizedText text, float weight) =>
        text.Select(said => new Passage(said.Value, said.Key.Split('-')[0], weight));
}
