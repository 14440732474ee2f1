using LearningCities.Web.Pages.Badges;
using LearningCities.Web.Pages.CityOffice;
using LearningCities.Web.Pages.Operations;
using LearningCities.Web.Pages.Organisations;
using LearningCities.Web.Pages.Passport;

namespace LearningCities.Web.Pages;

/// <summary>Badges and journeys, and what those need who work in the city: organisations, officers, operators.</summary>
internal static class PagesForStaff
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        MapBadges(pages);
        MapJourneys(pages);
        MapOrganisation(pages);
        MapCity(pages);
        pages.MapPage<ServiceHealth>("/operations", posts: true);
    }

    private static void MapBadges(IEndpointRouteBuilder pages)
    {
        pages.MapPage<MyBadges>("/{city:city}/badges", Place.Badges);
        pages.MapPage<MyBadge>("/{city:city}/badges/{id:guid}", Place.Badges, posts: true);
        pages.MapFile("/{city:city}/badges/{id:guid}/credential", Downloads.Credential);
        pages.MapPage<Shared>("/s/{code}");
        pages.MapFile("/s/{code}/credential", Downloads.SharedCredential);
        pages.MapPage<Verify>("/verify", posts: true);
        pages.MapPage<Verify>("/{city:city}/verify", Place.Badges, posts: true);
    }

    private static void MapJourneys(IEndpointRouteBuilder pages)
    {
        pages.MapPage<Abroad>("/{city:city}/abroad", Place.Pathway);
        pages.MapPage<OfferPage>("/{city:city}/abroad/{id:guid}", Place.Pathway, posts: true);
        pages.MapPage<PassportPage>("/{city:city}/passport/{id:guid}", Place.Pathway, posts: true);
        pages.MapFile("/{city:city}/passport/{id:guid}/booklet", Booklet.Get);
    }

    private static void MapOrganisation(IEndpointRouteBuilder pages)
    {
        pages.MapPage<Today>("/{city:city}/organisation", Place.OurActivities);
        pages.MapPage<EditActivity>("/{city:city}/organisation/activities/new", Place.OurActivities, posts: true);
        pages.MapPage<EditActivity>("/{city:city}/organisation/activities/{id:guid}", Place.OurActivities, posts: true);
        pages.MapPage<PeopleOfActivity>("/{city:city}/organisation/activities/{id:guid}/people", Place.OurActivities, posts: true);
        pages.MapPage<GiveBadge>("/{city:city}/organisation/award", Place.OurActivities, posts: true);
        pages.MapPage<CheckIn.CheckInPage>("/{city:city}/check-in/{code}", Place.OurActivities, posts: true);
        pages.MapPage<OurBadges>("/{city:city}/organisation/badges", Place.OurBadges);
        pages.MapPage<DefineBadge>("/{city:city}/organisation/badges/new", Place.OurBadges, posts: true);
        pages.MapPage<OneBadge>("/{city:city}/organisation/badges/{id:guid}", Place.OurBadges, posts: true);
        pages.MapPage<GivenAward>("/{city:city}/organisation/awards/{id:guid}", Place.OurBadges, posts: true);
        pages.MapPage<OurPlacements>("/{city:city}/organisation/placements", Place.OurPlacements);
        pages.MapPage<PassportPage>("/{city:city}/organisation/placements/{id:guid}", Place.OurPlacements, posts: true);
        pages.MapPage<NewOffer>("/{city:city}/organisation/placements/new", Place.OurPlacements, posts: true);
    }

    private static void MapCity(IEndpointRouteBuilder pages)
    {
        pages.MapPage<Numbers>("/{city:city}/city", Place.Numbers);
        pages.MapFile("/{city:city}/city/overview.csv", CsvDownload.Get);
        pages.MapPage<Searches>("/{city:city}/city/searches", Place.Numbers);
        pages.MapPage<ListedOrganisations>("/{city:city}/city/organisations", Place.ListedOrganisations, posts: true);
        pages.MapPage<OneOrganisation>("/{city:city}/city/organisations/{id:guid}", Place.ListedOrganisations, posts: true);
        pages.MapPage<Officers>("/{city:city}/city/officers", Place.Officers, posts: true);
    }
}
