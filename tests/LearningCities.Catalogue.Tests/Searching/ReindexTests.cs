using LearningCities.Catalogue.Searching;
using LearningCities.ServiceDefaults;
using Microsoft.Extensions.Configuration;

namespace LearningCities.Catalogue.Tests.Searching;

public sealed class ReindexTests(CatalogueSuite suite) : IDisposable
{
    private static readonly LocalizedText Nothing = new([]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-");

    [Fact]
    public async Task What_the_table_does_not_have_is_gone_and_what_it_has_is_found()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var there = await city.HasActivity();
        await city.Cancels(await city.HasActivity());
        var index = new ActivitiesInMemory(_folder.FullName);
        await index.Apply(city.Id, [Ghost()], CancellationToken.None);
        using var feed = Feed(index);
        var read = 0;

        var found = await feed.Rebuild(city.Id, Counted, CancellationToken.None);

        Assert.Equal((1, 2), (found, read));
        Assert.Equal([there.Id], await FoundIn(index, city));
        Assert.Equal([there.Id], await FoundIn(await Kept(city), city));

        Task Counted(int more)
        {
            read += more;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_old_one_answers_until_the_new_one_is_whole_and_what_is_published_meanwhile_is_in_both()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var before = await city.HasActivity();
        var index = new ActivitiesInMemory(_folder.FullName);
        var ghost = Ghost();
        await index.Apply(city.Id, [ghost], CancellationToken.None);
        using var feed = Feed(index);
        var meanwhile = new List<Guid>();

        await feed.Rebuild(city.Id, Publishing, CancellationToken.None);

        Assert.Equal(new[] { before.Id, Assert.Single(meanwhile) }.Order(), (await FoundIn(index, city)).Order());

        async Task Publishing(int more)
        {
            Assert.Equal([ghost.Id], await FoundIn(index, city));
            if (meanwhile.Count == 0)
            {
                meanwhile.Add((await city.HasActivity()).Id);
                await Task.Delay(50); // on PostgreSQL, others' transactions must have ended before it is read
            }
        }
    }

    [Fact]
    public async Task The_operator_sees_how_far_it_is_and_how_it_ended()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        await city.HasActivity();
        using var output = new StringWriter();

        var code = await Jobs.Run(suite.Services, "reindex", new Dictionary<string, string>(), output, CancellationToken.None);

        var said = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        if (suite.Services.GetRequiredService<IConfiguration>()["tables"] is "postgresql")
        {
            Assert.Equal(1, code);
            Assert.Contains("builds its own index whenever it starts", said[^1], StringComparison.Ordinal);
            return;
        }

        Assert.Equal(0, code);
        Assert.Contains(said, line => line.EndsWith(": 1 read", StringComparison.Ordinal));
        Assert.Contains(said, line => line.EndsWith(": 1 can be found", StringComparison.Ordinal));
        Assert.StartsWith("Built anew: ", said[^1], StringComparison.Ordinal);
        Assert.Equal(1, (await city.Finds()).Total);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ActivityFeed Feed(ActivitiesInMemory index) => ActivatorUtilities.CreateInstance<ActivityFeed>(suite.Services, index);

    private async Task<ActivitiesInMemory> Kept(City city)
    {
        var index = new ActivitiesInMemory(_folder.FullName);
        Assert.NotNull(await index.Load(city.Id, CancellationToken.None));
        return index;
    }

    private static async Task<List<Guid>> FoundIn(ActivitiesInMemory index, City city) =>
        [.. (await index.Find(city.Id, new ActivityQuestion { Now = Sentences.InDays(0) }, CancellationToken.None)).Hits.Select(hit => hit.Item.Id)];

    private static IndexedActivity Ghost() => new(
        Guid.CreateVersion7(), Nothing, Nothing, Nothing, "workshop", "on-site", null, null, new(0, "EUR"), null,
        Guid.CreateVersion7(), Nothing, [], [], [], null, Cancelled: false);
}
