using LearningCities.Contracts.Catalogue;
using LearningCities.Pathways.Steps;

namespace LearningCities.Pathways;

/// <summary>The steps that learners put together, how far they are, and what comes next.</summary>
public sealed class PathwaysModule : IModule
{
    public string Name => "pathways";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<PathwaysDb, SqlitePathwaysDb, PostgreSqlPathwaysDb>(Name)
            .TellsAgain<PathwaysRetelling>()
            .AddHandler<ActivityPublished, FollowOnActivityPublished>()
            .AddHandler<ActivityCancelled, FollowOnActivityCancelled>()
            .AddHandler<AttendanceConfirmed, CreditOnAttendanceConfirmed>();
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        var pathways = app.MapGroup("/api/pathways").ForModule<PathwaysDb>(Name);

        CreatePathway.Map(pathways);
        ListPathways.Map(pathways);
        ShowPathway.Map(pathways);
        RenamePathway.Map(pathways);
        RemovePathway.Map(pathways);

        AddStep.Map(pathways);
        FinishStep.Map(pathways);
        ReopenStep.Map(pathways);
        OrderSteps.Map(pathways);
        RemoveStep.Map(pathways);
    }
}

/// <summary>What a token must allow.</summary>
internal static class Scopes
{
    public const string Own = "pathways:own";
}
