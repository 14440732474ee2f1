using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;

namespace LearningCities.ServiceDefaults.Data;

/// <summary>Finds the city that an address names, by short name or id, without asking the database each time.</summary>
internal abstract class CityNames(TimeProvider clock)
{
    // Another replica may have heard of a new city before this process did.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private sealed record Snapshot(FrozenDictionary<string, Guid> Cities, DateTimeOffset Until);

    private Snapshot? _known;

    public async ValueTask<Guid> Find(string name, ModuleDb db, CancellationToken cancellation)
    {
        if (Guid.TryParse(name, out var id))
        {
            return id;
        }

        var known = Volatile.Read(ref _known);
        if (known is null || known.Until < clock.GetUtcNow() || !known.Cities.ContainsKey(name))
        {
            var cities = await db.Set<KnownCity>().AsNoTracking()
                .ToDictionaryAsync(c => c.ShortName, c => c.Id, cancellation);
            known = new Snapshot(cities.ToFrozenDictionary(StringComparer.Ordinal), clock.GetUtcNow() + Remembered);
            Volatile.Write(ref _known, known);
        }

        return known.Cities.GetValueOrDefault(name);
    }

    public void Forget() => Volatile.Write(ref _known, null);
}

/// <inheritdoc/>
internal sealed class CityNames<TDb>(TimeProvider clock) : CityNames(clock);
