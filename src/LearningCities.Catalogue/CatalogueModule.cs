using LearningCities.Catalogue.Activities;
using LearningCities.Catalogue.Counting;
using LearningCities.Catalogue.Importing;
using LearningCities.Catalogue.Places;
using LearningCities.Catalogue.Searching;
using LearningCities.Catalogue.Searching.Elastic;
using LearningCities.Catalogue.SignUps;
using LearningCities.Contracts.Identity;
using Microsoft.Extensions.Configuration;

namespace LearningCities.Catalogue;

/// <summary>What can be learned where and when, how it is found, and who takes part.</summary>
public sealed class CatalogueModule : IModule
{
    public string Name => "catalogue";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<CatalogueDb, SqliteCatalogueDb, PostgreSqlCatalogueDb>(Name)
            .TellsAgain<CatalogueRetelling>()
            .AddHandler<OrganisationChanged, RememberOrganisation>();
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it

        builder.Services.AddSingleton<Turns>();
        builder.Services.AddActivityIndex(builder.Configuration, SnapshotFolder(builder.Configuration));
        builder.Services.AddSingleton<ActivityFeed>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ActivityFeed>());
        builder.Services.AddSingleton<IKeepsIndex, IndexForOperators>();
        builder.Services.AddHealthChecks().AddCheck<IndexIsLoaded>("catalogue-index", tags: ["ready"]);

        builder.Services.AddSingleton<SearchCounter>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<SearchCounter>());

        builder.Services.AddJob<ImportProgrammes>(
            "import", "Brings in New York's youth and community programmes (CSV): --import FILE --city NAME");
        builder.Services.AddJob<Reindex>("reindex", "Builds the search index anew");
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        var catalogue = app.MapGroup("/api/catalogue").ForModule<CatalogueDb>(Name);

        ListPlaces.Map(catalogue);
        DrawPlace.Map(catalogue);

        FindActivities.Map(catalogue);
        SuggestSearches.Map(catalogue);
        ExplainActivity.Map(catalogue);
        ListSearches.Map(catalogue);
        PublishActivity.Map(catalogue);
        ListOwnActivities.Map(catalogue);
        ShowActivity.Map(catalogue);
        ShowCalendar.Map(catalogue);
        ChangeActivity.Map(catalogue);
        CancelActivity.Map(catalogue);

        SignUpForActivity.Map(catalogue);
        ListSignUps.Map(catalogue);
        ListOwnSignUps.Map(catalogue);
        ShowSignUp.Map(catalogue);
        CancelSignUp.Map(catalogue);
        FindByCode.Map(catalogue);
        ConfirmAttendance.Map(catalogue);
    }

    // Beside SQLite's files. A replica on PostgreSQL needs nothing on its disk.
    internal static string? SnapshotFolder(IConfiguration configuration) =>
        configuration["tables"] is null or "sqlite" ? configuration["data"] ?? "data" : null;
}

/// <summary>What a token must allow.</summary>
internal static class Scopes
{
    public const string Publish = "catalogue:publish";
    public const string Join = "catalogue:join";
    public const string Attend = "catalogue:attend";
    public const string Manage = "catalogue:manage";

    /// <summary>What the people of a city's office have who look at its numbers, and nothing else.</summary>
    public const string Numbers = "insight:read";
}
