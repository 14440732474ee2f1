using System.Text.RegularExpressions;
using LearningCities.Contracts;
using LearningCities.Web.Tests.Badges;
using LearningCities.Web.Tests.Organisations;

namespace LearningCities.Web.Tests.Forms;

/// <summary>A city in which each form of the pages has somebody who may fill it in, and where it is.</summary>
internal sealed partial class Everything
{
    private Everything(AtTheDoor door) => Door = door;

    public AtTheDoor Door { get; }

    public Town Town => Door.Town;

    public string City => $"/{Town.ShortName}";

    public required Visitor Administrator { get; init; }

    public required Visitor School { get; init; }

    public required string Pathway { get; init; }

    public required string Place { get; init; }

    public required string Badge { get; init; }

    public required string OurBadge { get; init; }

    public required string Passport { get; init; }

    public required string Offer { get; init; }

    public required Visitor OtherLearner { get; init; }

    /// <summary>The pattern of each address with a form: who fills it in, and the address.</summary>
    public IReadOnlyList<(string Pattern, Visitor Who, string Address)> Forms(Visitor stranger) =>
    [
        ("/{city:city}/activities/{id:guid}", OtherLearner, $"{City}/activities/{Door.Activity}"),
        ("/{city:city}/sign-in", stranger, $"{City}/sign-in"),
        ("/{city:city}/register", stranger, $"{City}/register"),
        ("/{city:city}/forgotten-password", stranger, $"{City}/forgotten-password"),
        ("/{city:city}/new-password/{token}", stranger, $"{City}/new-password/nobody-has-this"),
        ("/{city:city}/messages", Door.Learner, $"{City}/messages"),
        ("/{city:city}/account", Door.Learner, $"{City}/account"),
        ("/{city:city}/sign-ups/{id:guid}", Door.Learner, Place),
        ("/{city:city}/pathways", Door.Learner, $"{City}/pathways"),
        ("/{city:city}/pathways/{id:guid}", Door.Learner, Pathway),
        ("/{city:city}/pathways/add", Door.Learner, $"{City}/pathways/add?activity={Door.Activity}"),
        ("/{city:city}/badges/{id:guid}", Door.Learner, Badge),
        ("/verify", stranger, "/verify"),
        ("/{city:city}/verify", stranger, $"{City}/verify"),
        ("/{city:city}/abroad/{id:guid}", OtherLearner, Offer),
        ("/{city:city}/passport/{id:guid}", Door.Learner, Passport),
        ("/{city:city}/organisation/placements/{id:guid}", School, Passport.Replace("/passport/", "/organisation/placements/", StringComparison.Ordinal)),
        ("/{city:city}/organisation/activities/new", Door.Staff, $"{City}/organisation/activities/new"),
        ("/{city:city}/organisation/activities/{id:guid}", Door.Staff, $"{City}/organisation/activities/{Door.Activity}"),
        ("/{city:city}/organisation/activities/{id:guid}/people", Door.Staff, Door.People),
        ("/{city:city}/check-in/{code}", Door.Staff, $"{City}/check-in/{Door.Code}"),
        ("/{city:city}/organisation/award", Door.Staff, $"{City}/organisation/award?signUp={Door.Code}"),
        ("/{city:city}/organisation/badges/new", Door.Staff, $"{City}/organisation/badges/new"),
        ("/{city:city}/organisation/badges/{id:guid}", Door.Staff, OurBadge),
        ("/{city:city}/organisation/awards/{id:guid}", Door.Staff, Badge.Replace("/badges/", "/organisation/awards/", StringComparison.Ordinal)),
        ("/{city:city}/organisation/placements/new", Door.Staff, $"{City}/organisation/placements/new"),
        ("/{city:city}/city/organisations", Administrator, $"{City}/city/organisations"),
        ("/{city:city}/city/organisations/{id:guid}", Administrator, $"{City}/city/organisations/{Door.Organisation}"),
        ("/{city:city}/city/officers", Administrator, $"{City}/city/officers"),
        ("/{city:city}/sign-out", OtherLearner, $"{City}/sign-out"), // the last: she is gone after it
    ];

    public static async Task<Everything> In(WebSuite suite)
    {
        var door = await AtTheDoor.In(suite);
        var (town, learner, city) = (door.Town, door.Learner, $"/{door.Town.ShortName}");
        var (other, _) = await town.Learner("Nagy Bence");
        var (school, schoolId) = await town.Staff("Szeged School");
        await learner.Open($"{city}/my-activities");
        var place = First(learner.Screen, $"{city}/sign-ups/");
        var award = await Shares.HasAward(town, door.Organisation, door.Person);
        await learner.Open($"{city}/pathways");
        await learner.Press("", ("title", "My robot"));
        var pathway = learner.Path;
        await learner.Press("add", ("task", "Ask Ádám how he began"));
        await door.Staff.Open($"{city}/organisation/badges");
        var ourBadge = First(door.Staff.Screen, $"{city}/organisation/badges/");
        var offer = $"{city}/abroad/{await Offers(town, door.Organisation)}";
        await Eventually.Holds(async () => // the organisations' names come by events
        {
            await learner.Open(offer);
            return learner.Sees("Szeged School");
        });
        await learner.Press("apply", ("sendingOrganisationId", $"{schoolId}"), ("motivation", "I want to build wheels."));
        var everything = new Everything(door)
        {
            Administrator = await town.Administrator(),
            School = school,
            Pathway = pathway,
            Place = place,
            Badge = $"{city}/badges/{award}",
            OurBadge = ourBadge,
            Passport = learner.Path.Split('?')[0],
            Offer = offer,
            OtherLearner = other,
        };
        await Eventually.Holds(async () => // a message comes by an event
        {
            await learner.Open($"{city}/messages");
            return learner.Sees("value=\"read\"");
        });
        return everything;
    }

    private static async Task<Guid> Offers(Town town, Guid organisation)
    {
        using var program = town.Program(organisation, "mobility:manage");
        return await Shares.Id(await program.Create("/api/mobility/offers", new
        {
            organisationId = organisation,
            title = new LocalizedText("en", "Three weeks in a bike workshop"),
            description = new LocalizedText("en", "You repair city bikes."),
            field = "bicycle mechanics",
            languages = (string[])["en"],
            from = "2030-06-03",
            to = "2030-06-21",
            places = 1,
        }));
    }

    private static string First(string screen, string beginning) =>
        Link().Matches(screen).Select(link => link.Groups[1].Value).First(link => link.StartsWith(beginning, StringComparison.Ordinal));

    [GeneratedRegex("href=\"([^\"]*[0-9a-f]{12})\"")]
    private static partial Regex Link();
}
