using LearningCities.Web.Calls;

namespace LearningCities.Web;

/// <summary>What is publicly known of a city: whose pages these are.</summary>
public sealed record City(
    Guid Id,
    string ShortName,
    LocalizedText Name,
    string TimeZone,
    string Currency,
    IReadOnlyList<string> Languages,
    double Latitude,
    double Longitude,
    int Hue,
    int AccentHue,
    string? Phone)
{
    public TimeZoneInfo Clock { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>The cities of this installation, asked from Identity and remembered for a while.</summary>
internal sealed class Cities(Neighbours neighbours, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);

    private (IReadOnlyList<City> All, DateTimeOffset Until) _known = ([], DateTimeOffset.MinValue);

    /// <summary>All of them. Where Identity does not answer, those that were known before.</summary>
    public async Task<IReadOnlyList<City>> All(CancellationToken cancellation)
    {
        if (_known.Until > clock.GetUtcNow())
        {
            return _known.All;
        }

        var answer = await neighbours.To("identity").Ask<List>(new(HttpMethod.Get, "/api/identity/cities"), cancellation);
        if (answer.Value is { } list)
        {
            _known = (list.Items, clock.GetUtcNow() + (list.Items.Count > 0 ? Remembered : TimeSpan.Zero));
            return list.Items;
        }

        return _known.All.Count > 0 ? _known.All : throw Turn.Silent();
    }

    public async Task<City?> Find(string name, CancellationToken cancellation) =>
        Named(await All(cancellation), name) ?? await Again(name, cancellation);

    /// <summary>A city that was made a moment ago is asked for once, and not for each mistyped address.</summary>
    private async Task<City?> Again(string name, CancellationToken cancellation)
    {
        if (_known.Until - Remembered + TimeSpan.FromSeconds(1) > clock.GetUtcNow())
        {
            return null;
        }

        _known = (_known.All, DateTimeOffset.MinValue);
        return Named(await All(cancellation), name);
    }

    private static City? Named(IReadOnlyList<City> cities, string name) =>
        cities.FirstOrDefault(city => city.ShortName == name || city.Id.ToString() == name);

    private sealed record List(IReadOnlyList<City> Items);
}
