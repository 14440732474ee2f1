namespace LearningCities.Mobility.Placements;

internal static class AnswerPlacement
{
    /// <param name="Decision"><c>agree</c> or <c>decline</c>.</param>
    /// <param name="Comment">For the other parties; who declines says why.</param>
    public sealed record Request(
        [property: AllowedValues("agree", "decline", ErrorMessage = "'agree' or 'decline'.")] string Decision,
        [property: StringLength(Agreement.LongestComment)] string? Comment = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Decision == "decline" && string.IsNullOrWhiteSpace(Comment))
            {
                yield return new("Say why: the learner will read it.", [nameof(Comment)]);
            }
        }
    }

    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapPut("/placements/{placementId:guid}/agreements/{party:regex(^(sending|host)$)}", Handle)
        .WithName(nameof(AnswerPlacement))
        .WithSummary("Agree to a placement or decline it, for the organisation that sends or the one that hosts")
        .WithExample(new Request("agree", "We look forward to it."))
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<ShowPlacement.Response>, NotFound>> Handle(
        Guid placementId,
        string party,
        Request request,
        ExpectedVersion expected,
        Caller caller,
        MobilityDb db,
        Texts texts,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var role = Enum.Parse<Role>(party, ignoreCase: true);
        if (await db.PlacementsOf(caller).ById(placementId, expected, cancellation) is not { } placement
            || !placement.RolesOf(caller).Contains(role)
            || caller.Person is not { } person)
        {
            return TypedResults.NotFound(); // the other party's answer is none of theirs
        }

        var (now, agrees) = (clock.GetUtcNow(), request.Decision == "agree");
        placement.Answered(role, agrees ? Answer.Agreed : Answer.Declined, request.Comment, person, now);
        if (role is Role.Host && agrees)
        {
            await TakeIn(placement, db, cancellation);
        }

        db.Publish(placement.Moved(now));
        var directory = await Directory.Of(db, [placement], cancellation);
        return await db.Commit(
            TypedResults.Ok(ShowPlacement.Response.Of(placement, caller, directory, texts)), cancellation);
    }

    /// <summary>The host sees all who applied with it, and so can count; the sending organisation could not.</summary>
    private static async Task TakeIn(Placement placement, MobilityDb db, CancellationToken cancellation)
    {
        var offer = await db.Offers.SingleAsync(o => o.Id == placement.OfferId, cancellation);
        var taken = await db.Placements
            .Where(p => p.OfferId == offer.Id && p.Id != placement.Id)
            .Where(p => p.State != State.Declined && p.State != State.Withdrawn)
            .CountAsync(p => p.Agreements.Any(a => a.Party == Role.Host && a.Answer == Answer.Agreed), cancellation);
        offer.TakeIn(taken);
    }
}
