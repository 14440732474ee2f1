namespace LearningCities.Catalogue.Counting;

/// <summary>What people search for, above all what they do not find: where a city's offer has gaps.</summary>
internal static class ListSearches
{
    /// <summary>Words that fewer searches had are not shown: they may be somebody's name.</summary>
    private const int Fewest = 3;

    private const int LongestDays = 366;

    /// <param name="Items">What nothing was found for most often comes first.</param>
    /// <param name="Hidden">How many searches are of words that are too few to be shown.</param>
    public sealed record Response(IReadOnlyList<Searched> Items, int Hidden);

    /// <param name="Nothing">How many of the searches found nothing.</param>
    /// <param name="Opened">How often an activity was opened from what was found.</param>
    public sealed record Searched(string Words, int Searches, int Nothing, int Opened);

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/searches", Handle)
        .WithName(nameof(ListSearches))
        .WithSummary("What people searched for, what they did not find, and what they opened; counted without who they are")
        .RequireScope(Scopes.Manage, Scopes.Numbers);

    private static async Task<Ok<Response>> Handle(
        CatalogueDb db, TimeProvider clock, CancellationToken cancellation,
        DateOnly? from = null, DateOnly? to = null, [Range(1, 500)] int limit = 100)
    {
        var last = to ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var first = from ?? DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - 30));
        if (last < first || last.DayNumber - first.DayNumber > LongestDays)
        {
            throw new ProblemException(400, "period-impossible", "Ask for days from one to a later one, a year at most.");
        }

        var all = await db.SearchCounts.Where(c => c.Day >= first && c.Day <= last)
            .GroupBy(c => c.Words)
            .Select(words => new Searched(words.Key, words.Sum(c => c.Searches), words.Sum(c => c.Nothing), words.Sum(c => c.Opened)))
            .ToListAsync(cancellation);
        var shown = all.Where(words => words.Words.Length > 0 && words.Searches >= Fewest).ToList();
        return TypedResults.Ok(new Response(
            [.. shown.OrderByDescending(words => words.Nothing).ThenByDescending(words => words.Searches).ThenBy(words => words.Words, StringComparer.Ordinal).Take(limit)],
            all.Sum(words => words.Searches) - shown.Sum(words => words.Searches)));
    }
}
