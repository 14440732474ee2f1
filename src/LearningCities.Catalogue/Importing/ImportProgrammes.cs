using CsvHelper;

namespace LearningCities.Catalogue.Importing;

/// <summary>
/// Brings in the programmes of New York City's Department of Youth and Community Development. It can be stopped and repeated:
/// each row has a reference that stays, and comes in once.
/// </summary>
internal sealed class ImportProgrammes(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public async Task<int> Run(
        IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var file = arguments.GetValueOrDefault("import") ?? "";
        var name = arguments.GetValueOrDefault("city") ?? "";
        if (!File.Exists(file))
        {
            await output.WriteLineAsync($"There is no file '{file}'. Say --import FILE --city NAME.");
            return 1;
        }

        if (await CityNamed(name, cancellation) is not { } city)
        {
            await output.WriteLineAsync($"There is no city '{name}'. Say --city with the short name of one that is there.");
            return 1;
        }

        if (await Read(file, output, cancellation) is not { } rows)
        {
            return 1;
        }

        await new Import(scopes, city, clock, output).Run(rows, Batch, cancellation);
        return 0;
    }

    private async Task<Guid?> CityNamed(string name, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var known = await db.Set<KnownCity>().AsNoTracking().ToListAsync(cancellation);
        return known.Find(city => city.ShortName == name || city.Id.ToString() == name)?.Id;
    }

    private static async Task<List<Programme>?> Read(string file, TextWriter output, CancellationToken cancellation)
    {
        using var csv = CsvReader.FromFile(file);
        try
        {
            await csv.ReadHeaderAsync(cancellation);
            var missing = Programme.Columns.Where(column => !csv.TryGetFieldIndex(column, out _)).ToList();
            if (missing.Count > 0)
            {
                await output.WriteLineAsync($"'{file}' is not the department's export: it has no {string.Join(", ", missing)}.");
                return null;
            }

            var rows = new List<Programme>();
            while (await csv.ReadAsync(cancellation))
            {
                rows.Add(Programme.Of(csv));
            }

            return rows;
        }
        catch (CsvFormatException fault)
        {
            await output.WriteLineAsync($"'{file}' cannot be read: {fault.Message}");
            return null;
        }
    }
}
