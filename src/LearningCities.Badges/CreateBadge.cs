namespace LearningCities.Badges;

internal static class CreateBadge
{
    /// <param name="Level">1 to 4: engages, takes part, shows, leads.</param>
    public sealed record Request(
        Guid OrganisationId,
        [property: TextLength(Badge.LongestName)] LocalizedText Name,
        [property: TextLength(Badge.LongestText)] LocalizedText Description,
        [property: TextLength(Badge.LongestText)] LocalizedText Criteria,
        [property: Range(1, Badge.HighestLevel)] int Level,
        ShowBadge.Look Design,
        [property: MaxLength(Badge.MostSkills)] string[]? Skills = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            Skills?.Any(skill => string.IsNullOrWhiteSpace(skill) || skill.Length > Badge.LongestSkill) ?? false
                ? [new ValidationResult($"A skill has 1 to {Badge.LongestSkill} characters.", [nameof(Skills)])]
                : [];
    }

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPost("/", Handle)
        .WithName(nameof(CreateBadge))
        .WithSummary("Define a badge that learners can be awarded")
        .WithExample(new Request(
            Examples.Id,
            new([new("hu", "Biciklijavító, 1. szint"), new("en", "Bike fixer, level 1")]),
            new("en", "Can mend a flat tyre alone."),
            new("en", "Takes off the wheel, finds the hole, patches it and puts the wheel back."),
            Level: 1,
            new ShowBadge.Look("circle", "bicycle", 74),
            ["bicycle-repair"]))
        .RequireScope(Scopes.Define)
        .Creates();

    private static async Task<Results<Created<ShowBadge.Response>, NotFound>> Handle(
        Request request, Caller caller, BadgesDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (!caller.ActsFor(request.OrganisationId))
        {
            return TypedResults.NotFound();
        }

        var badge = new Badge(
            Guid.CreateVersion7(clock.GetUtcNow()),
            caller.City,
            request.OrganisationId,
            request.Name,
            request.Description,
            request.Criteria,
            [.. (request.Skills ?? []).Select(skill => skill.Trim()).Distinct()],
            request.Level)
        {
            Design = new Design(request.Design.Shape, request.Design.Emblem, request.Design.Hue),
        };
        db.Badges.Add(badge);
        db.Add(Signpost.At($"badge/{badge.Id}", badge.City));

        var name = await db.NameOf(badge.OrganisationId, cancellation);
        return await db.Commit(
            TypedResults.Created($"/api/badges/{badge.Id}", ShowBadge.Response.Of(badge, name)), cancellation);
    }
}
