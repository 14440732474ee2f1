namespace LearningCities.Identity.People;

internal static class ChangeMe
{
    public sealed record Request(
        [property: StringLength(Person.LongestName, MinimumLength = 1)] string Name,
        [property: RegularExpression("[a-z]{2}")] string Language);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPut("/me", Handle)
        .WithName(nameof(ChangeMe))
        .WithSummary("Change my name or language")
        .WithExample(new Request("Szabó Réka", "hu"))
        .RequireScope(Scopes.Self);

    private static async Task<Results<Ok<ShowMe.Response>, NotFound>> Handle(
        Request request, ExpectedVersion expected, Caller caller, IdentityDb db, CancellationToken cancellation)
    {
        if (caller.Person is not { } id || await db.People.ById(id, expected, cancellation) is not { } me)
        {
            return TypedResults.NotFound();
        }

        me.Change(request.Name.Trim(), request.Language);

        return await db.Commit(TypedResults.Ok(await ShowMe.Of(me, db, cancellation)), cancellation);
    }
}
