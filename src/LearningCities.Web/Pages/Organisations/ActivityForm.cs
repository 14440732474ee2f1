using System.Globalization;
using LearningCities.Web.Forms;
using LearningCities.Web.Look;

namespace LearningCities.Web.Pages.Organisations;

/// <summary>An activity as it was typed, made into what the catalogue takes; what cannot be is said beside its field.</summary>
internal sealed class ActivityForm(Form form, Words words, City city, Dates dates, IReadOnlyList<Area> areas, OurActivity? before)
{
    public const int LongestTitle = 100;
    private const int LongestSummary = 500;
    private const int LongestDescription = 10_000;

    /// <summary>What is sent; null where something is wrong.</summary>
    public object? Read(Guid organisation)
    {
        var mode = form["mode"] is "online" or "hybrid" ? form["mode"] : "onsite";
        var (startsAt, endsAt) = Times();
        var (from, to) = Ages();
        var written = new
        {
            organisationId = organisation,
            title = Texts("title", LongestTitle, words["Editor.TitleMissing"]),
            kind = form.Need("kind", words["Editor.KindMissing"]),
            summary = Texts("summary", LongestSummary, words["Editor.SummaryMissing"]),
            description = Texts("description", LongestDescription, null),
            mode,
            startsAt,
            endsAt,
            place = mode == "online" ? null : Place(),
            link = mode == "onsite" ? null : Link(),
            languages = Languages(),
            price = new { amount = Price(), currency = city.Currency },
            capacity = Whole("capacity", 1, 100_000, words["Editor.CapacityWrong"]),
            ages = from is null && to is null ? null : new { from, to },
            access = form.All("access"),
            skills = Lines("skills"),
            phone = before?.Phone, // what the form does not ask for stays as it was
            takesSignUps = before?.TakesSignUps ?? true,
        };
        return form.IsWrong ? null : written;
    }

    /// <summary>What the catalogue refuses, in our words.</summary>
    public (string, string)[] Refusals =>
    [
        ("title", words["Editor.TitleMissing"]), ("kind", words["Editor.KindMissing"]), ("place", words["Editor.AreaMissing"]),
        ("startsAt", words["Editor.TimeMissing"]), ("endsAt", words["Editor.EndsBefore"]), ("link", words["Editor.LinkMissing"]),
        ("skills", words["Editor.SkillsHint"]), ("capacity", words["Editor.CapacityWrong"]), ("languages", words["Editor.LanguagesMissing"]),
    ];

    private LocalizedText Texts(string field, int longest, string? otherwise)
    {
        var typed = city.Languages
            .Select(language => KeyValuePair.Create(language, form[$"{field}.{language}"].Replace("\r\n", "\n", StringComparison.Ordinal)))
            .Where(text => text.Value.Length > 0).ToList();
        var first = $"{field}.{city.Languages[0]}";
        if (typed.Count == 0 && otherwise is not null)
        {
            form.Wrong(first, otherwise);
        }

        if (typed.Find(text => text.Value.Length > longest) is { Key: { } language })
        {
            form.Wrong($"{field}.{language}", words.Say("Editor.TooLong", longest));
        }

        return new LocalizedText(typed);
    }

    private (DateTimeOffset? StartsAt, DateTimeOffset? EndsAt) Times()
    {
        if ((form["date"], form["from"], form["to"], form["lastDay"]) is ("", "", "", ""))
        {
            return default; // people may begin when they like
        }

        if (Dates.DayOf(form["date"]) is not { } day)
        {
            form.Wrong("date", words["Editor.DateMissing"]);
            return default;
        }

        if (Dates.TimeOf(form["from"]) is not { } from || Dates.TimeOf(form["to"]) is not { } to)
        {
            form.Wrong(Dates.TimeOf(form["from"]) is null ? "from" : "to", words["Editor.TimeMissing"]);
            return default;
        }

        var lastDay = Dates.DayOf(form["lastDay"]) ?? day;
        var (startsAt, endsAt) = (dates.At(day, from), dates.At(lastDay, to));
        if (endsAt <= startsAt)
        {
            form.Wrong(lastDay < day ? "lastDay" : "to", words["Editor.EndsBefore"]);
        }

        return (startsAt, endsAt);
    }

    private object? Place()
    {
        var area = areas.FirstOrDefault(a => a.ShortName == form["area"]);
        if (area is null && areas.Count > 0)
        {
            form.Wrong("area", words["Editor.AreaMissing"]);
        }

        var name = form.Need("placeName", words["Editor.PlaceNameMissing"], longest: 200);
        var address = form.Need("address", words["Editor.AddressMissing"], longest: 300);
        var (latitude, longitude) = Position() ?? (area?.Latitude ?? 0, area?.Longitude ?? 0);
        return new { name, address, district = area?.ShortName ?? "", latitude, longitude };
    }

    /// <summary>As maps copy it: <c>46.2530, 20.1414</c>. Without it the middle of the district has to do.</summary>
    private (double, double)? Position()
    {
        var parts = form["position"].Split(',', StringSplitOptions.TrimEntries);
        if (parts is [""] && areas.Count > 0)
        {
            return null;
        }

        if (parts is [var north, var east]
            && double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && latitude is >= -90 and <= 90
            && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && longitude is >= -180 and <= 180)
        {
            return (latitude, longitude);
        }

        form.Wrong("position", words["Editor.PositionWrong"]);
        return null;
    }

    private string? Link()
    {
        if (!WebAddress.Is(form["link"]))
        {
            form.Wrong("link", words["Editor.LinkMissing"]);
        }

        return form["link"];
    }

    private IReadOnlyList<string> Languages()
    {
        if (form.All("languages").Count == 0)
        {
            form.Wrong("languages", words["Editor.LanguagesMissing"]);
        }

        return form.All("languages");
    }

    private long Price()
    {
        var amount = Money.Parse(form["price"], city.Currency);
        if (amount is null)
        {
            form.Wrong("price", words["Editor.PriceWrong"]);
        }

        return amount ?? 0;
    }

    private (int? From, int? To) Ages()
    {
        var (from, to) = (Whole("ageFrom", 0, 120, words["Editor.AgeWrong"]), Whole("ageTo", 0, 120, words["Editor.AgeWrong"]));
        if (to < from)
        {
            form.Wrong("ageTo", words["Editor.AgeWrong"]);
        }

        return (from, to);
    }

    private int? Whole(string field, int least, int most, string otherwise)
    {
        if (form[field].Length == 0)
        {
            return null;
        }

        if (int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        form.Wrong(field, otherwise);
        return null;
    }

    private List<string> Lines(string field) =>
        [.. form[field].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Take(10)];
}
