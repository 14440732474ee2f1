using LearningCities.Contracts.Badges;
using LearningCities.Contracts.Catalogue;
using LearningCities.Contracts.Identity;
using LearningCities.Contracts.Mobility;
using LearningCities.Insight.Counting;

namespace LearningCities.Insight;

/// <summary>What the city sees: how much there is, how much is used, and where.</summary>
public sealed class InsightModule : IModule
{
    public string Name => "insight";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<InsightDb, SqliteInsightDb, PostgreSqlInsightDb>(Name)
            .AddHandler<ActivityPublished, CountOnActivityPublished>()
            .AddHandler<ActivityCancelled, DiscountOnActivityCancelled>()
            .AddHandler<SignUpMade, CountOnSignUpMade>()
            .AddHandler<SignUpCancelled, DiscountOnSignUpCancelled>()
            .AddHandler<AttendanceConfirmed, CountOnAttendanceConfirmed>()
            .AddHandler<BadgeAwarded, CountOnBadgeAwarded>()
            .AddHandler<AwardRevoked, DiscountOnAwardRevoked>()
            .AddHandler<PlacementMoved, CountOnPlacementMoved>()
            .AddHandler<OrganisationChanged, LocateOnOrganisationChanged>();
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        var insight = app.MapGroup("/api/insight").ForModule<InsightDb>(Name);

        ShowOverview.Map(insight);
        ExportOverview.Map(insight);
    }
}

/// <summary>What a token must allow.</summary>
internal static class Scopes
{
    public const string Read = "insight:read";
}
