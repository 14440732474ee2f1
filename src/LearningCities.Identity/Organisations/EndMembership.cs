namespace LearningCities.Identity.Organisations;

internal static class EndMembership
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPut("/organisations/{id:guid}/members/{membershipId:guid}/end", Handle)
        .WithName(nameof(EndMembership))
        .WithSummary("Have a person act for an organisation no longer; within ten minutes her token says so")
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<AddMember.Response>, NotFound>> Handle(
        Guid id, Guid membershipId, IdentityDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Memberships.ById(membershipId, cancellation) is not { } membership || membership.OrganisationId != id)
        {
            return TypedResults.NotFound();
        }

        membership.End(clock.GetUtcNow());

        return await db.Commit(
            TypedResults.Ok(new AddMember.Response(
                membership.Id, id, membership.PersonId, membership.Since, membership.Version)),
            cancellation);
    }
}
