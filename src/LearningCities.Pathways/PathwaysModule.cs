namespace LearningCities.Pathways;

/// <summary>The steps that learners put together, how far they are, and what comes next.</summary>
public sealed class PathwaysModule : IModule
{
    public string Name => "pathways";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<PathwaysDb, SqlitePathwaysDb, PostgreSqlPathwaysDb>(Name);
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/pathways").ForModule<PathwaysDb>(Name);
    }
}
