using System.Text.Json;
using System.Text.Json.Serialization;
using LearningCities.Contracts;

namespace LearningCities.Host.Demo;

/// <summary>What a demo city is made of: the JSON files beside this one, as they are to be edited.</summary>
internal sealed record DemoContent(DemoPlan Plan, IReadOnlyList<DemoActivity> Activities, DemoStories Stories)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, // a slip of the pen is found at once
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public string City => Plan.City.ShortName;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Plan.City.TimeZone);

    public static DemoContent Of(string city) => new(
        Read<DemoPlan>(city),
        Read<DemoProgramme>($"{city}-activities").Activities,
        Read<DemoStories>($"{city}-stories"));

    private static T Read<T>(string name)
    {
        using var file = typeof(DemoContent).Assembly.GetManifestResourceStream($"Demo.{name}.json")!;
        return JsonSerializer.Deserialize<T>(file, Json)!;
    }
}

internal sealed record DemoPlan(
    DemoTown City,
    IReadOnlyList<DemoPlace> Places,
    IReadOnlyDictionary<string, DemoOrganisation> Organisations,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyDictionary<string, DemoVenue> Venues);

internal sealed record DemoTown(
    string ShortName,
    LocalizedText Name,
    string TimeZone,
    string Currency,
    IReadOnlyList<string> Languages,
    double Latitude,
    double Longitude,
    int Hue,
    int AccentHue,
    string Phone,
    DemoAdministrator Administrator,
    DemoAdministrator? Operator);

internal sealed record DemoAdministrator(string Name, string Email);

internal sealed record DemoPlace(
    string ShortName,
    LocalizedText Title,
    string Kind,
    double Latitude,
    double Longitude,
    IReadOnlyList<IReadOnlyList<double>> Outline);

internal sealed record DemoOrganisation(LocalizedText Name, string District, string? Website);

/// <param name="Role"><c>learner</c>, <c>staff</c> or <c>officer</c>.</param>
internal sealed record DemoPerson(
    string Key, string Name, string Email, string Language, string Role, IReadOnlyList<string>? Organisations = null);

internal sealed record DemoVenue(string Name, string Address, string District, double Latitude, double Longitude);

internal sealed record DemoProgramme(IReadOnlyList<DemoActivity> Activities);

/// <param name="By">The organisation's key.</param>
/// <param name="At">The venue's key; null where it is online only.</param>
/// <param name="Starts">For instance <c>sat+1 10:00</c>; see <see cref="DemoDates"/>.</param>
/// <param name="Price">In whole forints or euros.</param>
internal sealed record DemoActivity(
    string Key,
    string By,
    string Kind,
    string Mode,
    string? Starts,
    int Price,
    int? Places,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Access,
    DemoWords En,
    DemoWords? Hu = null,
    DemoWords? Sl = null,
    string? At = null,
    int Minutes = 0,
    int Weeks = 0,
    IReadOnlyList<int?>? Ages = null)
{
    public LocalizedText Title => Text(words => words.Title);

    /// <summary>In every language it is written in, the city's own first.</summary>
    public LocalizedText Text(Func<DemoWords, string> part)
    {
        (string Language, DemoWords? Words)[] all = [("hu", Hu), ("sl", Sl), ("en", En)];
        return new(all.Where(one => one.Words is not null).Select(one => KeyValuePair.Create(one.Language, part(one.Words!))));
    }
}

internal sealed record DemoWords(string Title, string Summary, string Description);

internal sealed record DemoStories(
    IReadOnlyList<DemoBadge> Badges,
    IReadOnlyDictionary<string, IReadOnlyList<string>> SignUps,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attended,
    IReadOnlyList<DemoAward> Awards,
    IReadOnlyList<DemoPathway> Pathways,
    IReadOnlyList<DemoOffer> Offers,
    IReadOnlyList<DemoPlacement> Placements);

internal sealed record DemoBadge(
    string Key,
    string By,
    int Level,
    string Shape,
    string Emblem,
    int Hue,
    IReadOnlyList<string> Skills,
    LocalizedText Name,
    LocalizedText Description,
    LocalizedText Criteria);

/// <param name="ShownAs">The name on a link that the learner has made; null where she made none.</param>
/// <param name="Revoked">Why it was revoked; null where it holds.</param>
internal sealed record DemoAward(
    string Badge, string To, string Because, string? Activity, string? ShownAs, string? Revoked = null);

internal sealed record DemoPathway(string Of, string Title, IReadOnlyList<DemoStep> Steps);

internal sealed record DemoStep(string? Activity = null, string? Task = null, bool Optional = false, bool Done = false);

/// <param name="Begins">In how many days.</param>
/// <param name="Allowance">A week, in whole forints or euros.</param>
internal sealed record DemoOffer(
    string Key,
    string By,
    string Field,
    IReadOnlyList<string> Languages,
    int Begins,
    int Days,
    int Places,
    int Allowance,
    LocalizedText Title,
    LocalizedText Description);

/// <param name="Sending">The organisation's key, in the learner's city.</param>
/// <param name="Agreed">Who has agreed, in order: <c>sending</c>, <c>host</c>.</param>
/// <param name="ItemsDone">How many of her own preparations the learner has done.</param>
internal sealed record DemoPlacement(
    string Of, string Offer, string Sending, IReadOnlyList<string> Agreed, int ItemsDone, string Motivation);
