using System.Text.Json.Serialization;
using LearningCities.Identity.People;

namespace LearningCities.Identity.Passwords;

internal static class SetPassword
{
    public sealed record Request(
        [property: StringLength(Password.Longest, MinimumLength = Password.Shortest)]
        [property: JsonConverter(typeof(Password.Unsaid))] string Password);

    /// <param name="Email">With which she signs in now.</param>
    public sealed record Response(string Email);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPut("/password-resets/{token}", Handle)
        .WithName(nameof(SetPassword))
        .WithSummary("Choose a password with the link from a letter; it works once")
        .WithExample(new { password = "purple otter sings" })
        .RequireScope(Scopes.Register);

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        string token,
        Request request,
        IdentityDb db,
        Hashing hashing,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var hash = Whereabouts.HashOf(token);
        var link = await db.ResetLinks.SingleOrDefaultAsync(l => l.Hash == hash && l.City == db.City, cancellation);
        if (link is null || await db.PasswordResets.ById(link.ResetId, cancellation) is not { } reset)
        {
            return TypedResults.NotFound();
        }

        var person = await db.People.SingleAsync(p => p.Id == reset.PersonId, cancellation);
        var account = await db.Accounts.SingleAsync(a => a.Id == reset.PersonId, cancellation);
        reset.Use(clock.GetUtcNow());
        Password.OrRefuse(request.Password, person.Email);
        account.SetPassword(await hashing.Hash(request.Password, cancellation));

        return await db.Commit(TypedResults.Ok(new Response(person.Email)), cancellation);
    }
}
