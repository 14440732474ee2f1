namespace LearningCities.Insight;

/// <summary>What the city sees: how much there is, how much is used, and where.</summary>
public sealed class InsightModule : IModule
{
    public string Name => "insight";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<InsightDb, SqliteInsightDb, PostgreSqlInsightDb>(Name);
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/insight").ForModule<InsightDb>(Name);
    }
}
