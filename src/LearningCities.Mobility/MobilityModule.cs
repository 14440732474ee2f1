namespace LearningCities.Mobility;

/// <summary>Placements abroad, and the passport that travels with the young person.</summary>
public sealed class MobilityModule : IModule
{
    public string Name => "mobility";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<MobilityDb, SqliteMobilityDb, PostgreSqlMobilityDb>(Name);
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/mobility").ForModule<MobilityDb>(Name);
    }
}
