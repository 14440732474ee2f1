using System.Globalization;

namespace LearningCities.Pathways.Steps;

internal static class AddStep
{
    /// <param name="ActivityId">The activity that is the step, or</param>
    /// <param name="Title">what the learner sets herself, in her own words.</param>
    public sealed record Request(
        Guid? ActivityId = null,
        [property: StringLength(Pathway.LongestTitle), OneLine] string? Title = null,
        bool Optional = false) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (ActivityId is null == string.IsNullOrWhiteSpace(Title))
            {
                yield return new ValidationResult("Give either an activity or a title.", [nameof(Title)]);
            }
        }
    }

    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapPost("/{pathwayId:guid}/steps", Handle)
        .WithName(nameof(AddStep))
        .WithSummary("Add a step to the end of a pathway: an activity, or a task in the learner's own words")
        .WithExample(new Request(Title: "Ask at the youth house about the robot club"))
        .RequireScope(Scopes.Own)
        .Creates();

    private static async Task<Results<Created<ShowPathway.Response>, NotFound>> Handle(
        Guid pathwayId, Request request, Caller caller, PathwaysDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Of(caller).ById(pathwayId, cancellation) is not { } pathway)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        var step = request.ActivityId is { } activityId
            ? await StepOf(activityId, pathway, request.Optional, db, now, cancellation)
            : Step.WithTask(new(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, request.Title!.Trim()), request.Optional, now);
        pathway.Add(step);
        db.Settle(pathway, now);

        return await db.Commit(
            TypedResults.Created($"/api/pathways/{pathway.Id}", ShowPathway.Response.From(pathway)), cancellation);
    }

    private static async Task<Step> StepOf(
        Guid activityId, Pathway pathway, bool optional, PathwaysDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var activity = await db.Activities.ById(activityId, cancellation) ?? throw new ProblemException(
            404, "activity-unknown", "News of it may still be on its way: try again in a moment.");
        var learner = await db.Learners.SingleAsync(l => l.Id == pathway.LearnerId, cancellation);
        db.RelyOn(activity); // if it is cancelled or attended at this moment, decide again
        db.RelyOn(learner);

        var step = Step.WithActivity(activity, optional, now);
        if (learner.AttendedAt(activityId) is { } at)
        {
            step.Credit(at);
        }

        return step;
    }
}
