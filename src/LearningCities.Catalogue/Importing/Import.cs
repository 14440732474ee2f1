using LearningCities.Catalogue.Activities;

namespace LearningCities.Catalogue.Importing;

/// <summary>One run of an import: rows in batches, each in a transaction of its own, and what became of them in numbers.</summary>
internal sealed class Import(IServiceScopeFactory scopes, Guid city, TimeProvider clock, TextWriter output)
{
    private readonly Dictionary<string, int> _seen = [];
    private readonly List<string> _byArea = [], _refused = [];
    private int _read, _added, _changed, _byAddress;

    public async Task Run(IReadOnlyList<Programme> rows, int batch, CancellationToken cancellation)
    {
        await DrawBoroughs(cancellation);
        foreach (var chunk in rows.Chunk(batch))
        {
            await Save([.. chunk.Select(Read).OfType<ReadProgramme>()], cancellation);
            await output.WriteLineAsync($"{_read} of {rows.Count} rows");
        }

        await Report(rows.Count);
    }

    private ReadProgramme? Read(Programme row)
    {
        _read++;
        var reference = ReadProgramme.ReferenceOf(row);
        var repeat = _seen[reference] = _seen.GetValueOrDefault(reference) + 1;
        var programme = ReadProgramme.Of(row, repeat);
        if (programme is null)
        {
            _refused.Add($"  row {_read + 1}: '{row.Name}' in '{row.Borough}' has no name or is nowhere we know");
        }
        else if (programme.Located is Located.ByItsArea)
        {
            _byArea.Add($"  row {_read + 1}: {programme.Details.Title} ({programme.Area})");
        }
        else if (programme.Located is Located.ByItsAddress)
        {
            _byAddress++;
        }

        return programme;
    }

    private Task DrawBoroughs(CancellationToken cancellation) => InCity(async db =>
    {
        var known = await db.Places.Select(place => place.ShortName).ToListAsync(cancellation);
        foreach (var borough in Borough.All.Where(borough => !known.Contains(borough.ShortName)))
        {
            var place = new Place(Guid.CreateVersion7(clock.GetUtcNow()), city, borough.ShortName);
            place.Draw(new("en", borough.Name), "district", borough.Latitude, borough.Longitude, []);
            db.Places.Add(place);
        }

        await db.Commit(cancellation);
    });

    private Task Save(List<ReadProgramme> programmes, CancellationToken cancellation) => InCity(async db =>
    {
        var references = programmes.Select(programme => programme.Reference).ToList();
        var there = await db.Activities
            .Where(a => references.Contains(a.ExternalReference!)).ToDictionaryAsync(a => a.ExternalReference!, cancellation);
        var (added, changed) = (0, 0);
        foreach (var programme in programmes)
        {
            if (!there.TryGetValue(programme.Reference, out var activity))
            {
                activity = Activity.Import(
                    city, programme.OrganisationId, programme.Agency, programme.Reference, programme.Details, clock.GetUtcNow());
                db.Activities.Add(activity);
                added++;
            }
            else if (activity.CancelledAt is null && activity.Phone != programme.Details.Phone)
            {
                activity.Change(programme.Details, activity.CheckedOn);
                changed++;
            }
            else
            {
                continue;
            }

            db.Publish(activity.ToldPublished());
        }

        await db.Commit(cancellation);
        (_added, _changed) = (_added + added, _changed + changed);
    });

    private async Task InCity(Func<CatalogueDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(city, "catalogue.import");
        await work(scope.ServiceProvider.GetRequiredService<CatalogueDb>());
    }

    private async Task Report(int rows)
    {
        await Lines("Without a position, placed in the middle of their part of the city", _byArea);
        await Lines("Left out", _refused);
        await output.WriteLineAsync(
            $"{rows} rows: {_added} added, {_changed} changed, {rows - _added - _changed - _refused.Count} as they were, " +
            $"{_refused.Count} left out; {_byAddress + _byArea.Count} without a position in its columns, " +
            $"of these {_byAddress} placed by their address and {_byArea.Count} by their area");
    }

    private async Task Lines(string title, List<string> lines)
    {
        if (lines.Count > 0)
        {
            await output.WriteLineAsync($"{title} ({lines.Count}):");
            lines.ForEach(output.WriteLine);
        }
    }
}
