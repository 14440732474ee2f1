using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningCities.Catalogue.Searching;
using LearningCities.Search;

namespace LearningCities.Catalogue.Activities;

internal static partial class FindActivities
{
    /// <summary>An activity in a list of what was found.</summary>
    /// <param name="Highlight">Where the words that were asked for stand, in HTML: escaped text with <c>mark</c> around them.</param>
    /// <param name="Distance">Metres from the place that was asked for.</param>
    public sealed record FoundActivity(
        Guid Id,
        LocalizedText Title,
        LocalizedText Summary,
        string? Highlight,
        string Kind,
        string Mode,
        DateTimeOffset? StartsAt,
        DateTimeOffset? EndsAt,
        ShowActivity.PriceShown Price,
        string? District,
        string? PlaceName,
        double? Latitude,
        double? Longitude,
        double? Distance,
        Guid OrganisationId,
        LocalizedText OrganisationName,
        IReadOnlyList<string> Skills,
        IReadOnlyList<string> Access,
        IReadOnlyList<string> Languages,
        int? PlacesLeft,
        string State)
    {
        // The usual encoder would write every accented letter as a number.
        private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

        internal static FoundActivity Of(Hit<IndexedActivity> hit, Position? near)
        {
            var found = hit.Item;
            return new(
                found.Id,
                found.Title,
                found.Summary,
                hit.Snippet is { } snippet ? string.Concat(snippet.Pieces.Select(Marked)) : null,
                found.Kind,
                found.Mode,
                found.StartsAt,
                found.EndsAt,
                new(found.Price.Amount, found.Price.Currency),
                found.Venue is { District.Length: > 0 } ? found.Venue.District : null,
                found.Venue?.Name,
                found.Venue?.Latitude,
                found.Venue?.Longitude,
                near is { } here && found.Position is { } there ? Math.Round(here.To(there)) : null,
                found.OrganisationId,
                found.OrganisationName,
                found.Skills,
                found.Access,
                found.Languages,
                found.PlacesLeft,
                "published"); // others are not found
        }

        private static string Marked(Piece piece) => piece.Asked ? $"<mark>{Html.Encode(piece.Text)}</mark>" : Html.Encode(piece.Text);
    }
}
