namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>What is asked beside words, as the engine's filters.</summary>
internal static class EngineFilters
{
    /// <summary>A centimetre, in degrees: engines round places, and one of them then leaves out what lies on the edge of a box.</summary>
    private const double ALittle = 1e-7;

    /// <summary>What is an activity that can be found, not over, not cancelled.</summary>
    public static object Scope(ActivityQuestion asked) => Range("to", new { gt = Instants.Of(asked.Now) });

    /// <summary>What is no facet.</summary>
    public static IEnumerable<object> Hard(ActivityQuestion asked)
    {
        if (asked.Organisations.Count > 0)
        {
            yield return Any("organisation", asked.Organisations);
        }

        if (asked.WithinMetres is { } metres && asked.Near is { } here)
        {
            var place = new { lat = here.Latitude, lon = here.Longitude };
            yield return new { geo_distance = new { distance = FormattableString.Invariant($"{metres}m"), place } };
        }

        if (asked.Box is { } box)
        {
            yield return new
            {
                geo_bounding_box = new
                {
                    place = new
                    {
                        top_left = new { lat = Math.Min(90, box.North + ALittle), lon = Math.Max(-180, box.West - ALittle) },
                        bottom_right = new { lat = Math.Max(-90, box.South - ALittle), lon = Math.Min(180, box.East + ALittle) },
                    },
                },
            };
        }
    }

    /// <summary>By facet what was chosen: a facet is counted without its own.</summary>
    public static IReadOnlyList<(string Facet, object Filter)> Soft(ActivityQuestion asked)
    {
        var lists = Lists(asked).Where(list => list.Wanted.Count > 0).Select(list => (list.Name, Any(list.Name, list.Wanted)));
        var days = new[] { asked.NamedDays, asked.Days is { } own ? [own] : [] }.Where(windows => windows.Count > 0)
            .Select(windows => ("when", AnyOf(windows.Select(GoesOn))));
        var price = asked.MaxPrice is { } most ? [("price", Range("price", new { lte = most }))] : Array.Empty<(string, object)>();
        return [.. lists, .. days, .. price];
    }

    /// <summary>By facet how it is counted.</summary>
    public static IEnumerable<(string Facet, object Counts)> Facets(ActivityQuestion asked)
    {
        const int MostValues = 1000;
        foreach (var (name, _) in Lists(asked))
        {
            yield return (name, new { terms = new { field = name, size = MostValues } });
        }

        yield return ("price", Named(("free", Range("price", new { lte = 0 })), ("paid", Range("price", new { gt = 0 }))));
        yield return ("when", Named([.. asked.DaysToCount.Select(days => (days.Name, GoesOn(days.Window))), ("any-time", Not(Exists("from")))]));
    }

    public static object Any<T>(string field, IEnumerable<T> values) => new { terms = new Dictionary<string, object> { [field] = values } };

    public static object All(params IEnumerable<object> filters) => new { @bool = new { filter = filters } };

    public static object Not(object filter) => new { @bool = new { must_not = new[] { filter } } };

    public static object Range(string field, object limits) => new { range = new Dictionary<string, object> { [field] = limits } };

    public static object AnyOf(IEnumerable<object> filters) => new { @bool = new { should = filters, minimum_should_match = 1 } };

    private static object Exists(string field) => new { exists = new { field } };

    private static object Named(params (string Name, object Filter)[] filters) =>
        new { filters = new { filters = filters.ToDictionary(named => named.Name, named => named.Filter) } };

    // What takes no time is where it begins.
    private static object GoesOn(Window window) => All(
        Range("from", new { lt = Instants.Of(window.To) }),
        AnyOf([Range("from", new { gte = Instants.Of(window.From) }), Range("to", new { gt = Instants.Of(window.From) })]));

    private static IEnumerable<(string Name, IReadOnlyList<string> Wanted)> Lists(ActivityQuestion asked) =>
    [
        ("kind", asked.Kinds),
        ("mode", asked.Modes),
        ("district", asked.Districts),
        ("language", asked.Languages),
        ("skill", asked.Skills),
        ("access", asked.Access),
    ];
}
