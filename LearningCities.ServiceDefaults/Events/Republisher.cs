using System.Globalization;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>A module of this process that can tell its state again.</summary>
internal interface IRepublisher
{
    string Module { get; }

    /// <returns>Of how many things it has told.</returns>
    Task<int> Run(TextWriter output, CancellationToken cancellation);
}

/// <summary>
/// Tells a module's state again, city by city, in batches: each is saved with its events or not at all, so that it can be
/// stopped anywhere and begun again. What changes or begins meanwhile tells of itself, with a later version.
/// </summary>
internal sealed class Republisher<TDb>(string module, IRetelling<TDb> retelling, IServiceScopeFactory scopes) : IRepublisher
    where TDb : ModuleDb
{
    private const int AtOnce = 200; // short transactions: others write, too

    public string Module => module;

    public async Task<int> Run(TextWriter output, CancellationToken cancellation)
    {
        var batches = await Batches(cancellation);
        var (told, all) = (0, batches.Sum(batch => batch.Ids.Length));
        foreach (var batch in batches)
        {
            await InCity(batch.City, async db =>
            {
                await batch.Things.Tell(db, batch.Ids, cancellation);
                await db.Commit(cancellation);
            });
            told += batch.Ids.Length;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{module}: {told:N0} of {all:N0} told again"));
        }

        return told;
    }

    private async Task<List<Batch>> Batches(CancellationToken cancellation)
    {
        List<Guid> cities = [];
        await InCity(Guid.Empty, async db => cities = await retelling.Cities(db).ToListAsync(cancellation));

        var batches = new List<Batch>();
        foreach (var city in cities)
        {
            await InCity(city, async db =>
            {
                foreach (var things in retelling.Things)
                {
                    var ids = await things.Ids(db).ToListAsync(cancellation);
                    batches.AddRange(ids.Chunk(AtOnce).Select(some => new Batch(city, things, some)));
                }
            });
        }

        return batches;
    }

    private async Task InCity(Guid city, Func<TDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(city, $"{module}.republish");
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        db.TellsAgain = true;
        await work(db);
    }

    private sealed record Batch(Guid City, ToTell<TDb> Things, Guid[] Ids);
}
