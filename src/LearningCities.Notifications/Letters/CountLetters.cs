using Microsoft.Extensions.Options;

namespace LearningCities.Notifications.Letters;

internal static class CountLetters
{
    /// <param name="Server">Whether letters have a server to go through; without one they wait.</param>
    /// <param name="Waiting">In all cities, as are the rest.</param>
    /// <param name="Parked">Refused for good.</param>
    public sealed record Response(bool Server, int Waiting, DateTimeOffset? OldestWaitingSince, int Sent, int Parked);

    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapGet("/letters", Handle)
        .WithName(nameof(CountLetters))
        .WithSummary("How many e-mails wait, went and were refused")
        .RequireScope(Scopes.Operate);

    private static async Task<Ok<Response>> Handle(
        NotificationsDb db, IServiceScopeFactory scopes, IOptions<SmtpOptions> smtp, CancellationToken cancellation)
    {
        var all = new List<(LetterState State, int Count, DateTimeOffset Oldest)>();
        foreach (var city in await db.Set<KnownCity>().Select(known => known.Id).ToListAsync(cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.WorkIn(city, nameof(CountLetters)); // each city's rows are seen from within that city alone
            var letters = scope.ServiceProvider.GetRequiredService<NotificationsDb>().Letters;
            var counts = await letters.GroupBy(letter => letter.State)
                .Select(state => new { state.Key, Count = state.Count(), Oldest = state.Min(letter => letter.News.At) })
                .ToListAsync(cancellation);
            all.AddRange(counts.Select(count => (count.Key, count.Count, count.Oldest)));
        }

        int Of(LetterState state) => all.Where(count => count.State == state).Sum(count => count.Count);
        var oldest = all.Where(count => count.State is LetterState.Waiting).Select(count => (DateTimeOffset?)count.Oldest).Min();
        return TypedResults.Ok(new Response(
            smtp.Value.Host.Length > 0, Of(LetterState.Waiting), oldest, Of(LetterState.Sent), Of(LetterState.Parked)));
    }
}
