namespace LearningCities.Catalogue;

/// <summary>What can be learned where and when, how it is found, and who takes part.</summary>
public sealed class CatalogueModule : IModule
{
    public string Name => "catalogue";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<CatalogueDb, SqliteCatalogueDb, PostgreSqlCatalogueDb>(Name);
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/catalogue").ForModule<CatalogueDb>(Name);
    }
}
