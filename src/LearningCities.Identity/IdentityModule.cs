namespace LearningCities.Identity;

/// <summary>Who there is: cities, organisations, people, and what their tokens allow.</summary>
public sealed class IdentityModule : IModule
{
    public string Name => "identity";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<IdentityDb, SqliteIdentityDb, PostgreSqlIdentityDb>(Name);
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/identity").ForModule<IdentityDb>(Name);
    }
}
