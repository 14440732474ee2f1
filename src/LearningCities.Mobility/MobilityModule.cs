using LearningCities.Contracts.Identity;
using LearningCities.Mobility.Booklets;
using LearningCities.Mobility.Offers;
using LearningCities.Mobility.Placements;

namespace LearningCities.Mobility;

/// <summary>Placements abroad, and the passport that travels with the young person.</summary>
public sealed class MobilityModule : IModule
{
    public string Name => "mobility";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<MobilityDb, SqliteMobilityDb, PostgreSqlMobilityDb>(Name)
            .TellsAgain<MobilityRetelling>()
            .AddHandler<OrganisationChanged, RememberOnOrganisationChanged>();
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        var mobility = app.MapGroup("/api/mobility").ForModule<MobilityDb>(Name);

        PublishOffer.Map(mobility);
        ListOffers.Map(mobility);
        ShowOffer.Map(mobility);

        ApplyForPlacement.Map(mobility);
        ListMyPlacements.Map(mobility);
        ListPlacements.Map(mobility);
        ShowPlacement.Map(mobility);
        AnswerPlacement.Map(mobility);
        FinishItem.Map(mobility);
        WithdrawPlacement.Map(mobility);
        PrintBooklet.Map(mobility);
    }
}
