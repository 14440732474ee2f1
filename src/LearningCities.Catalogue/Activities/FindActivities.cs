using System.Globalization;
using LearningCities.Catalogue.Counting;
using LearningCities.Catalogue.Searching;
using LearningCities.Search;

namespace LearningCities.Catalogue.Activities;

internal static partial class FindActivities
{
    /// <param name="Facets">How many there are of each value, the most frequent first. A facet leaves its own selection aside.</param>
    /// <param name="DidYouMean">What was searched instead, where nothing has a word as it was typed.</param>
    /// <param name="Note">What a reader should know of these results; null where they are as always.</param>
    public sealed record Response(
        IReadOnlyList<FoundActivity> Items,
        int Total,
        IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
        Corrected? DidYouMean,
        string? Next,
        Noted? Note = null);

    public sealed record FacetCount(string Value, int Count);

    public sealed record Corrected(string Asked, string Used);

    /// <param name="Code"><c>search-by-title</c>: the index is away, and only titles were searched.</param>
    /// <param name="Text">The same in the reader's language.</param>
    public sealed record Noted(string Code, string Text);

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/activities", Handle)
        .WithName(nameof(FindActivities))
        .WithSummary("Find a city's activities that are not over, by words, days, price, distance and what they are like")
        .AllowVisitors();

    private static async Task<Ok<Response>> Handle(
        [AsParameters] Question question,
        CatalogueDb db,
        IActivityIndex index,
        ActivitiesByTitle byTitle,
        SearchMeter meter,
        SearchCounter counter,
        Texts texts,
        TimeProvider clock,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 20)
    {
        var time = await CityTime.Of(db, cancellation);
        var near = await question.Near.Position(db, cancellation);
        var asked = question.Of(time, clock.GetUtcNow(), near) with { Limit = limit };
        try
        {
            var answer = await index.Find(db.City, asked, cancellation);
            if (asked.After is null) // the next page is no other search
            {
                counter.Searched(db.City, asked.Text, answer.Total);
            }

            return TypedResults.Ok(Told(answer, asked, near));
        }
        catch (IndexAwayException)
        {
            meter.AnsweredByTitle();
            var found = await byTitle.Find(db, asked with { After = asked.AfterByTitle }, cancellation);
            return TypedResults.Ok(Told(found, asked, near, new Noted("search-by-title", texts["search-by-title"])));
        }
    }

    private static Response Told(Answer<IndexedActivity> answer, ActivityQuestion asked, Position? near, Noted? note = null) =>
        new(
            [.. answer.Hits.Select(hit => FoundActivity.Of(hit, near))],
            answer.Total,
            answer.Facets.ToDictionary(
                facet => facet.Key,
                facet => (IReadOnlyList<FacetCount>)[.. facet.Value.Take(100).Select(c => new FacetCount(c.Value, c.Things))]),
            answer.Correction is { } correction ? new(correction.Asked, correction.Used) : null,
            answer.Next is { } next ? new SearchCursor(asked.Sort, next.Key, next.Id, ByTitle: note is not null).ToString() : null,
            note);

    private static async Task<Position?> Position(this string? near, CatalogueDb db, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(near))
        {
            return null;
        }

        var place = await db.Places.Where(p => p.ShortName == near)
            .Select(p => new { p.Latitude, p.Longitude }).SingleOrDefaultAsync(cancellation);
        return place is null
            ? throw new ProblemException(400, "place-unknown", $"This city has no place '{near}'.")
            : new Position(place.Latitude, place.Longitude);
    }

    /// <summary>What may be asked; where a name stands in plural, it may be said more than once.</summary>
    public sealed record Question
    {
        [StringLength(200)]
        public string? Q { get; init; }

        /// <summary>One day, in the city's time.</summary>
        public DateOnly? Day { get; init; }

        public DateOnly? From { get; init; }

        /// <summary>The last day that counts.</summary>
        public DateOnly? To { get; init; }

        [Known(Words.Days)]
        public string[]? When { get; init; }

        public bool? Free { get; init; }

        /// <summary>In the currency's smallest unit.</summary>
        [Range(0L, long.MaxValue)]
        public long? MaxPrice { get; init; }

        /// <summary>The short name of a place of this city.</summary>
        [RegularExpression("[a-z0-9-]{1,100}")]
        public string? Near { get; init; }

        /// <summary>Kilometres from there.</summary>
        [Range(0.1, 500.0)]
        public double? Within { get; init; }

        [Known(Words.Kinds)]
        public string[]? Kind { get; init; }

        [MaxLength(30)]
        public string[]? Language { get; init; }

        [MaxLength(30)]
        public string[]? Skill { get; init; }

        [Known(Words.Access)]
        public string[]? Access { get; init; }

        [Known(Words.Modes)]
        public string[]? Mode { get; init; }

        [MaxLength(30)]
        public string[]? District { get; init; }

        [MaxLength(30)]
        public Guid[]? Organisation { get; init; }

        /// <summary>Unless it is said: by relevance where there are words, by distance where there is a place, else by date.</summary>
        [Known(Words.Sorts)]
        public string? Sort { get; init; }

        public string? Cursor { get; init; }

        internal ActivityQuestion Of(CityTime time, DateTimeOffset now, Position? near)
        {
            var sort = Sort ?? (!string.IsNullOrWhiteSpace(Q) ? "relevance" : near is not null ? "distance" : "date");
            var cursor = SearchCursor.Read(Cursor, sort);
            var named = Words.Days.Split(' ').Select(name => (Name: name, Window: time.Named(name, now))).ToList();
            return new()
            {
                Text = Q?.Trim() ?? "",
                Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                Now = now,
                NamedDays = [.. named.Where(days => When?.Contains(days.Name) ?? false).Select(days => days.Window)],
                Days = Day is not null ? time.Days(Day, Day) : From is not null || To is not null ? time.Days(From, To) : null,
                DaysToCount = named,
                MaxPrice = Free is true ? 0 : MaxPrice,
                Kinds = Kind ?? [],
                Languages = Language ?? [],
                Skills = Skill ?? [],
                Access = Access ?? [],
                Modes = Mode ?? [],
                Districts = District ?? [],
                Organisations = Organisation ?? [],
                Near = near,
                WithinMetres = near is null ? null : Within * 1000,
                Sort = sort,
                After = cursor is { ByTitle: false } ? cursor.Mark : null, // else it begins anew with the first page
                AfterByTitle = cursor is { ByTitle: true } ? cursor.Mark : null,
            };
        }
    }
}
