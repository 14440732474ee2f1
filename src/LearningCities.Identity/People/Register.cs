using System.Text.Json.Serialization;
using LearningCities.Identity.Passwords;

namespace LearningCities.Identity.People;

internal static class Register
{
    public sealed record Request(
        [property: StringLength(Person.LongestName, MinimumLength = 1)] string Name,
        [property: EmailAddress, StringLength(Person.LongestEmail)] string Email,
        [property: StringLength(Password.Longest, MinimumLength = Password.Shortest)]
        [property: JsonConverter(typeof(Password.Unsaid))] string Password,
        [property: RegularExpression("[a-z]{2}")] string Language);

    public sealed record Response(Guid Id, string Name, string Email, string Language, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/people", Handle)
        .WithName(nameof(Register))
        .WithSummary("Make an account for someone who registers")
        .WithExample(new { name = "Szabó Réka", email = "reka@example.org", password = "purple otter sings", language = "hu" })
        .RequireScope(Scopes.Register)
        .Creates();

    private static async Task<Created<Response>> Handle(
        Request request,
        Caller caller,
        IdentityDb db,
        Hashing hashing,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        Password.OrRefuse(request.Password, request.Email);
        var hash = await hashing.Hash(request.Password, cancellation);

        var person = new Person(
            Guid.CreateVersion7(clock.GetUtcNow()), caller.City, request.Name.Trim(), request.Email.Trim(), request.Language);
        db.Add(person);
        db.Add(new Account(person.Id, person.City, hash));
        db.Add(Whereabouts.Of(person));

        try
        {
            return await db.Commit(
                TypedResults.Created(
                    "/api/identity/me",
                    new Response(person.Id, person.Name, person.Email, person.Language, person.Version)),
                cancellation);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            throw new RuleViolationException("email-taken", "Somebody has registered with this e-mail address.", e);
        }
    }
}
