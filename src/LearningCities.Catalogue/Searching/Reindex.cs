using Microsoft.Extensions.Configuration;

namespace LearningCities.Catalogue.Searching;

/// <summary>
/// <c>--reindex</c>: builds the index anew from the table, each city by itself, and puts it in the old one's place when it is
/// whole; until then the old one answers. Stopped in the middle, it leaves the cities it had come to anew and the others as they
/// were.
/// </summary>
internal sealed class Reindex(
    ActivityFeed feed, IActivityIndex index, IConfiguration configuration, IServiceScopeFactory scopes) : IJob
{
    public async Task<int> Run(
        IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        if (!index.IsShared && CatalogueModule.SnapshotFolder(configuration) is null)
        {
            await output.WriteLineAsync(
                "On PostgreSQL each process of the catalogue builds its own index whenever it starts. Start them again, one after the other.");
            return 1;
        }

        var (cities, activities) = (0, 0);
        foreach (var city in await KnownCities(cancellation))
        {
            var read = 0;
            var found = await feed.Rebuild(
                city.Id,
                async more =>
                {
                    read += more;
                    await output.WriteLineAsync($"{city.ShortName}: {read} read");
                },
                cancellation);
            await output.WriteLineAsync($"{city.ShortName}: {found} can be found");
            (cities, activities) = (cities + 1, activities + found);
        }

        await output.WriteLineAsync($"Built anew: {activities} activities in {cities} cities.");
        return 0;
    }

    private async Task<List<KnownCity>> KnownCities(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        return await db.Set<KnownCity>().AsNoTracking().OrderBy(city => city.ShortName).ToListAsync(cancellation);
    }
}
