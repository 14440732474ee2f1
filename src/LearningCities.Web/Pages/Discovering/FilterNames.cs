using System.Globalization;
using LearningCities.Web.Calls;
using LearningCities.Web.Look;

namespace LearningCities.Web.Pages.Discovering;

/// <summary>What a choice of the search is called.</summary>
internal sealed class FilterNames(Words words, Facts facts, Dates dates, Visit visit)
{
    public string Of(string name, string value, IReadOnlyList<PlaceShown> places) => name switch
    {
        "free" => words["Activity.Free"],
        "maxPrice" => words.Say("Discover.UpTo", facts.Price(new Money(long.Parse(value, CultureInfo.InvariantCulture), visit.City.Currency))),
        "day" => Dates.DayOf(value) is { } day ? dates.Day(day) : value,
        "within" => words.Say("Discover.Within", value),
        "when" => words.Name("When", value),
        "kind" => words.Name("Kind", value),
        "access" => words.Name("Access", value),
        "mode" => words.Name("Mode", value),
        "skill" => words.Name("Skill", value),
        "district" => Facts.District(value, places),
        "language" => facts.Languages([value]),
        "organisation" => words["Discover.OneOrganisation"],
        _ => value,
    };
}
