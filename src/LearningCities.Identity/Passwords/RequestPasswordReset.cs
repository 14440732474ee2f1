using LearningCities.Contracts.Identity;
using LearningCities.Identity.People;

namespace LearningCities.Identity.Passwords;

internal static class RequestPasswordReset
{
    public sealed record Request([property: EmailAddress, StringLength(Person.LongestEmail)] string Email);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/password-resets", Handle)
        .WithName(nameof(RequestPasswordReset))
        .WithSummary("Ask for a new password. The answer does not say whether anybody has this address")
        .WithExample(new Request("reka@example.org"))
        .RequireScope(Scopes.Register);

    private static async Task<Accepted> Handle(
        Request request,
        Caller caller,
        IdentityDb db,
        TimeProvider clock,
        IServiceProvider scope,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var hash = Whereabouts.HashOf(Person.Normal(request.Email));
        var found = await db.Whereabouts.AsNoTracking().SingleOrDefaultAsync(w => w.Hash == hash, cancellation);
        scope.WorkIn(found?.CityId ?? caller.City, "password-reset"); // she may be at home in another city

        var person = found?.ThingId;
        var recently = await db.PasswordResets.CountAsync(
            r => r.PersonId == person && r.RequestedAt > now - TimeSpan.FromHours(1), cancellation);
        var reset = new PasswordReset(
            Guid.CreateVersion7(now),
            db.City,
            recently < PasswordReset.MostAnHour ? person : null,
            now,
            now + PasswordReset.Lasts);
        db.Add(reset);
        if (reset.PersonId is { } known)
        {
            db.Publish(new PasswordResetRequested(reset.City, reset.Id, reset.Version, known, now));
        }

        await db.Commit(cancellation);
        return TypedResults.Accepted((string?)null);
    }
}
