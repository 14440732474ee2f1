using System.Globalization;
using LearningCities.Web.Calls;
using LearningCities.Web.Forms;
using LearningCities.Web.Sessions;

namespace LearningCities.Web;

/// <summary>One request for a page: whose city, who looks, in which language, what was typed.</summary>
internal sealed record Visit
{
    public required HttpContext Http { get; init; }

    /// <summary>Whose pages these are. Not asked for where there is none (the choice of cities).</summary>
    public City City => InCity ?? throw new InvalidOperationException("This page belongs to no city.");

    public City? InCity { get; init; }

    /// <summary>Who has signed in in this city; null for a visitor.</summary>
    public Ticket? Session { get; init; }

    /// <summary>Whoever has signed in, in whichever city.</summary>
    public Ticket? SessionAnywhere { get; init; }

    public required string Language { get; init; }

    public required Form Form { get; init; }

    /// <summary>What was sent when a session had ended: it is carried through the sign-in, so that no word is lost.</summary>
    public IReadOnlyList<(string Field, string Value)> Kept { get; init; } = [];

    /// <summary>Which of the four places of the header this page belongs to.</summary>
    public Place Place { get; init; }

    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>This person, or the sign-in page first.</summary>
    public Ticket Person => Session ?? throw Turn.SignIn();

    /// <summary>The address of a page of this city: <c>To("/discover")</c>.</summary>
    public string To(string page) => InCity is { } city ? $"/{city.ShortName}{page}" : page;

    /// <summary>An identifier in the address; one that is none leads nowhere.</summary>
    public Guid Id(string name = "id") => Guid.TryParse(Word(name), out var id) ? id : throw Turn.NotFound();

    public string Word(string name) => Http.Request.RouteValues[name] as string ?? "";

    /// <summary>What is asked for in the query, once.</summary>
    public string? Asked(string name) => Http.Request.Query[name].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();

    /// <summary>Has what follows be said in the reader's language.</summary>
    public void Listen() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureOf(Language), CultureOf(Language));

    public static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);

    /// <summary>The address of this page, with its query.</summary>
    public string Here => Http.Request.Path + Http.Request.QueryString;

    /// <summary>This page in another language.</summary>
    public string In(string language) => Http.Request.Path + Http.Request.QueryString.Add("lang", language);
}

/// <summary>The stops of the header's line: a learner's, an organisation's, a city's.</summary>
internal enum Place
{
    None,
    Find,
    Pathway,
    Badges,
    Me,
    OurActivities,
    OurPlacements,
    OurBadges,
    Numbers,
    ListedOrganisations,
    Officers,
}
