using LearningCities.Identity.Cities;
using LearningCities.Identity.Disclosures;
using Microsoft.Extensions.Configuration;

namespace LearningCities.Identity.Passwords;

internal static class ShowLetter
{
    public sealed record Response(string Email, string Name, string Language, string Link);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/password-resets/{requestId:guid}/letter", Handle)
        .WithName(nameof(ShowLetter))
        .WithSummary("What the letter with the link for a new password says, for who writes it")
        .RequireScope(Scopes.Contact);

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid requestId,
        Caller caller,
        IdentityDb db,
        IConfiguration configuration,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.PasswordResets.ById(requestId, cancellation) is not { PersonId: { } personId } reset || !reset.Open(now))
        {
            return TypedResults.NotFound();
        }

        var person = await db.People.SingleAsync(p => p.Id == personId, cancellation);
        var city = await db.Cities.SingleAsync(c => c.Id == caller.City, cancellation);
        var (link, token) = ResetLink.For(reset);
        db.Add(link);
        db.Add(AuditEntry.OfProgram(person.Id, person.City, caller.Subject, "letter", reset.Id, now));

        return await db.Commit(
            TypedResults.Ok(new Response(person.Email, person.Name, person.Language, LinkTo(configuration, city, token))),
            cancellation);
    }

    /// <summary>The page where she chooses the password.</summary>
    internal static string LinkTo(IConfiguration configuration, City city, string token) =>
        $"{configuration["PublicUrl"]!.TrimEnd('/')}/{city.ShortName}/new-password/{token}";
}
