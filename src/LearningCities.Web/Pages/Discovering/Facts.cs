using System.Globalization;
using LearningCities.Web.Calls;
using LearningCities.Web.Look;

namespace LearningCities.Web.Pages.Discovering;

/// <summary>Facts of activities as sentences and words that people use.</summary>
internal sealed class Facts(Words words, Dates dates, Visit visit)
{
    /// <summary>"Tuesday 3 March, 16:00 to 18:00", or that it can be begun at any time.</summary>
    public string When(DateTimeOffset? starts, DateTimeOffset? ends) => Dates.Begin((starts, ends) switch
    {
        (null, _) => words["Activity.AnyTime"],
        ({ } from, null) => dates.Moment(from),
        ({ } from, { } to) when dates.Day(from) == dates.Day(to) => $"{dates.Moment(from)}\u00a0–\u00a0{dates.ClockTime(to)}",
        ({ } from, { } to) => words.Say("Activity.FromTo", dates.Day(from), dates.Day(to)),
    });

    public string Price(Money price) => price.Amount == 0 ? words["Activity.Free"] : price.Spoken(CultureInfo.CurrentCulture);

    /// <summary>"700 m", "2.2 km" and how long it takes on foot where one would walk.</summary>
    public string Distance(double metres) => metres switch
    {
        < 950 => words.Say("Activity.Metres", Math.Max(50, Math.Round(metres / 50) * 50)),
        < 9_950 => words.Say("Activity.Kilometres", Math.Round(metres / 1000, 1)),
        _ => words.Say("Activity.Kilometres", Math.Round(metres / 1000)),
    } + (metres < 2_500 ? " · " + words.Count("Activity.OnFoot", (long)Math.Max(1, Math.Round(metres / 75))) : "");

    public string? For(Ages? ages) => ages switch
    {
        null or { From: null, To: null } => words["Activity.ForAll"],
        { From: { } from, To: { } to } => words.Say("Activity.AgesFromTo", from, to),
        { From: { } from } => words.Say("Activity.AgesFrom", from),
        { To: { } to } => words.Say("Activity.AgesTo", to),
    };

    /// <summary>"Hungarian, English", in the reader's language.</summary>
    public string Languages(IEnumerable<string> languages)
    {
        var named = string.Join(", ", languages.Select(Language));
        return named.Length == 0 ? named : char.ToUpper(named[0], CultureInfo.CurrentCulture) + named[1..];
    }

    public string Language(string tag)
    {
        if (words.Find($"Language.{tag}") is { } known)
        {
            return known;
        }

        try
        {
            return CultureInfo.GetCultureInfo(tag).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    public string Places(int left) => words.Count("Activity.PlacesLeft", left);

    /// <summary>A part of the city by its name.</summary>
    public static string District(string? shortName, IEnumerable<PlaceShown> places) =>
        places.FirstOrDefault(place => place.ShortName == shortName)?.Title.ToString() ?? shortName ?? "";

    public string AddressOf(Guid activity) => visit.To($"/activities/{activity}");

    /// <summary>The same from what was found: with the words that led there, so that the city learns which lead somewhere.</summary>
    public string FoundAt(Guid activity) =>
        AddressOf(activity) + (visit.Asked("q") is { Length: > 0 } words ? QueryString.Create("asked", words) : default);
}
