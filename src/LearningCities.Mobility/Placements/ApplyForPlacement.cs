namespace LearningCities.Mobility.Placements;

internal static class ApplyForPlacement
{
    /// <param name="SendingOrganisationId">Of the learner's own city: her school, or who else sends her.</param>
    public sealed record Request(
        Guid OfferId,
        Guid SendingOrganisationId,
        [property: StringLength(Placement.LongestMotivation, MinimumLength = 1)] string Motivation);

    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapPost("/placements", Handle)
        .WithName(nameof(ApplyForPlacement))
        .WithSummary("Apply for a placement, in another city or your own")
        .WithExample(new Request(Examples.Id, Examples.Id, "I repair bicycles and want to learn how others do it."))
        .RequireScope(Scopes.Own)
        .Creates();

    private static async Task<Results<Created<ShowPlacement.Response>, NotFound>> Handle(
        Request request, Caller caller, MobilityDb db, Texts texts, TimeProvider clock, CancellationToken cancellation)
    {
        if (caller.Person is not { } learner || await db.Offers.ById(request.OfferId, cancellation) is not { } offer)
        {
            return TypedResults.NotFound();
        }

        if (!await db.Organisations.AnyAsync(o => o.Id == request.SendingOrganisationId && o.City == caller.City, cancellation))
        {
            throw new RuleViolationException("sending-organisation-unknown", "Choose an organisation of your own city.");
        }

        var now = clock.GetUtcNow();
        var today = await db.Today(offer.City, now, cancellation);
        var placement = offer.Apply(learner, caller.City, request.SendingOrganisationId, request.Motivation, today, now);
        db.Placements.Add(placement);
        db.Publish(placement.Moved(now));

        var directory = await Directory.Of(db, [placement], cancellation);
        var answer = ShowPlacement.Response.Of(placement, caller, directory, texts);
        try
        {
            return await db.Commit(TypedResults.Created($"/api/mobility/placements/{placement.Id}", answer), cancellation);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Looking first would race: the unique index decides which of two applications is the second.
            throw new RuleViolationException("placement-already-applied", "You have applied for this before.", e);
        }
    }
}
