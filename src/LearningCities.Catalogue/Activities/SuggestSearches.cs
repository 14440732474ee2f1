using System.Globalization;
using System.Text.RegularExpressions;
using LearningCities.Catalogue.Searching;
using LearningCities.Search;

namespace LearningCities.Catalogue.Activities;

/// <summary>What somebody may be about to type.</summary>
internal static partial class SuggestSearches
{
    private const int MostEach = 3, MostLooked = 2000;

    /// <param name="Items">Words that go on as typed, then activities, organisations and places that have all that was typed in their names.</param>
    public sealed record Response(IReadOnlyList<Suggested> Items);

    /// <param name="Kind"><c>word</c>, <c>activity</c>, <c>organisation</c> or <c>place</c>.</param>
    /// <param name="Text">To be shown, and to be searched if it is chosen; in the reader's language where there is one.</param>
    /// <param name="Id">The activity's or organisation's.</param>
    /// <param name="ShortName">The place's.</param>
    public sealed record Suggested(string Kind, string Text, Guid? Id = null, string? ShortName = null);

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/suggestions", Handle)
        .WithName(nameof(SuggestSearches))
        .WithSummary("Words, activities, organisations and places that go on as somebody types")
        .AllowVisitors();

    private static async Task<Ok<Response>> Handle(
        [StringLength(200)] string q,
        CatalogueDb db,
        IActivityIndex index,
        TimeProvider clock,
        CancellationToken cancellation,
        [Range(1, 20)] int limit = 8)
    {
        var typed = Typed.Of(q);
        if (typed.IsEmpty)
        {
            return TypedResults.Ok(new Response([]));
        }

        var found = new List<Suggested>();
        try
        {
            found.AddRange(from word in await index.WordsFrom(db.City, q, MostEach, cancellation) select new Suggested("word", typed.Before + word));
            var activities = await index.Find(db.City, new() { Text = q, Language = Language, Now = clock.GetUtcNow(), Limit = 20 }, cancellation);
            found.AddRange(activities.Hits.Select(hit => hit.Item).Where(activity => typed.Begins(activity.Title))
                .Take(MostEach).Select(activity => new Suggested("activity", Named(activity.Title), activity.Id)));
        }
        catch (IndexAwayException)
        {
            // Organisations and places are known without it.
        }

        var organisations = await db.Organisations.AsNoTracking().OrderBy(o => o.Id).Take(MostLooked).ToListAsync(cancellation);
        found.AddRange(organisations.Where(organisation => typed.Begins(organisation.Name))
            .Take(MostEach).Select(organisation => new Suggested("organisation", Named(organisation.Name), organisation.Id)));
        var places = await db.Places.AsNoTracking().OrderBy(p => p.ShortName).Take(MostLooked).ToListAsync(cancellation);
        found.AddRange(places.Where(place => typed.Begins(place.Title))
            .Take(MostEach).Select(place => new Suggested("place", Named(place.Title), ShortName: place.ShortName)));
        return TypedResults.Ok(new Response([.. found.DistinctBy(item => (item.Kind, item.Text)).Take(limit)]));
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static string Named(LocalizedText text) => text[Language] ?? text.First().Value;

    /// <summary>What was typed, word by word, without case and accents: the last one may be half a word.</summary>
    /// <param name="Before">What was typed before the last word.</param>
    private sealed partial record Typed(IReadOnlyList<string> Words, string Before)
    {
        private const int LeastLetters = 2;

        public bool IsEmpty => Words.Sum(word => word.Length) < LeastLetters;

        public static Typed Of(string text) => new(WordsOf(text), BetweenWords().Matches(text.TrimEnd()) is { Count: > 0 } gaps && gaps[^1] is var gap ? text[..(gap.Index + gap.Length)] : "");

        public bool Begins(LocalizedText name) => name.Any(said => Begin(WordsOf(said.Value)));

        private static IReadOnlyList<string> WordsOf(string text) =>
            [.. BetweenWords().Split(text).Select(word => Fold.Word(word.ToLowerInvariant())).Where(word => word.Length > 0)];

        [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex BetweenWords();

        private bool Begin(IReadOnlyList<string> name) =>
            Words.All(typed => name.Any(word => word.StartsWith(typed, StringComparison.Ordinal)));
    }
}
