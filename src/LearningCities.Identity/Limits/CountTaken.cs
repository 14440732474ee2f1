using System.Globalization;
using System.Runtime.CompilerServices;

namespace LearningCities.Identity.Limits;

/// <summary>Adds what one gateway has counted to what the others have, and says what it is together.</summary>
internal static class CountTaken
{
    public const int Most = 200;

    /// <param name="Taken">Each <c>who</c> once.</param>
    public sealed record Request([property: MinLength(1), MaxLength(Most)] IReadOnlyList<Part> Taken);

    /// <param name="Who">A code of the limit and of whom it counts.</param>
    /// <param name="Count">How much since the gateway asked before.</param>
    /// <param name="Seconds">How long the limit runs, once it has begun.</param>
    public sealed record Part(
        [property: Required, StringLength(Limits.Taken.LongestWho)] string Who,
        [property: Range(0, 1_000_000)] int Count,
        [property: Range(1, 86_400)] int Seconds);

    /// <param name="Seconds">Until it begins anew.</param>
    public sealed record Sum(string Who, long Count, long Seconds);

    public sealed record Response(IReadOnlyList<Sum> Taken);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/limits", Handle)
        .WithName(nameof(CountTaken))
        .WithSummary("Count over all gateways what is taken of limits, for the gateway")
        .WithExample(new Request([new Part("5d1f0c6e2b7a4f93", 12, 60)]))
        .RequireScope(Scopes.Limits);

    private static async Task<Results<Ok<Response>, ValidationProblem>> Handle(
        Request request, IdentityDb db, CancellationToken cancellation)
    {
        if (request.Taken.Any(part => part is null) || request.Taken.DistinctBy(part => part.Who).Count() < request.Taken.Count)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["Taken"] = ["Each 'who' once, and no null."] });
        }

        var sums = new List<Sum>();
        await db.InTransaction(
            async () => sums = await db.Database.SqlQuery<Sum>(Adding(request.Taken, db)).ToListAsync(cancellation), cancellation);
        return TypedResults.Ok(new Response(sums));
    }

    /// <summary>One statement, in one order for everybody: two gateways that add the same never wait for each other in a ring.</summary>
    private static FormattableString Adding(IEnumerable<Part> parts, IdentityDb db)
    {
        var (now, values, rows) = (db.Database.IsSqlite() ? "unixepoch()" : "extract(epoch FROM now())::bigint", new List<object>(), new List<string>());
        foreach (var part in parts.OrderBy(part => part.Who, StringComparer.Ordinal))
        {
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"({{{values.Count}}}, {{{values.Count + 1}}}, {now} + {{{values.Count + 2}}})"));
            values.AddRange([part.Who, (long)part.Count, (long)part.Seconds]);
        }

        return FormattableStringFactory.Create(
            $"""
            INSERT INTO {db.Table<Taken>()} AS old (who, count, ends_at) VALUES {string.Join(", ", rows)}
            ON CONFLICT (who) DO UPDATE SET
                count = excluded.count + CASE WHEN old.ends_at > {now} THEN old.count ELSE 0 END,
                ends_at = CASE WHEN old.ends_at > {now} THEN old.ends_at ELSE excluded.ends_at END
            RETURNING who AS "Who", count AS "Count", ends_at - {now} AS "Seconds"
            """,
            [.. values]);
    }
}
