using LearningCities.Catalogue.Searching;
using LearningCities.Search;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningCities.Catalogue.Tests.Searching;

public sealed class ActivityFeedTests(CatalogueSuite suite)
{
    [Fact]
    public async Task The_process_is_ready_when_the_index_is_loaded() => await Eventually.Holds(async () =>
    {
        var health = await suite.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Name == "catalogue-index" && check.Tags.Contains("ready"));
        return health is { Status: HealthStatus.Healthy, Entries.Count: 1 };
    });

    [Fact]
    public async Task An_index_made_anew_has_what_the_table_has()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var there = await city.HasActivity();
        var cancelled = await city.HasActivity();
        await city.HasActivity(("title", new { hu = "Fazekasság" }));
        await city.Cancels(cancelled);

        var index = new ActivitiesInMemory();
        using var feed = ActivatorUtilities.CreateInstance<ActivityFeed>(suite.Services, index);
        await feed.StartAsync(CancellationToken.None);
        await Eventually.Holds(() => Task.FromResult(feed.IsLoaded));
        await feed.StopAsync(CancellationToken.None);

        var found = await index.Find(city.Id, new ActivityQuestion { Now = Sentences.InDays(0) }, CancellationToken.None);
        Assert.Equal(2, found.Total);
        Assert.Contains(there.Id, found.Hits.Select(hit => hit.Item.Id));
    }

    [Fact]
    public async Task What_a_process_knew_the_next_one_takes_up_and_reads_on_from_there()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var before = await city.HasActivity();
        var cancelled = await city.HasActivity();
        using var folder = new Folder();
        await LoadedIn(folder);
        await city.Cancels(cancelled);
        var after = await city.HasActivity();

        var index = await LoadedIn(folder);

        Assert.Equal(
            new[] { before.Id, after.Id }.Order(),
            (await index.Find(city.Id, new ActivityQuestion { Now = Sentences.InDays(0) }, CancellationToken.None)).Hits.Select(hit => hit.Item.Id).Order());
        Assert.NotEmpty(Directory.EnumerateFiles(folder.Path, $"*{city.Id}.index"));
    }

    [Fact]
    public async Task What_is_ahead_of_the_table_is_not_taken_up()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var there = await city.HasActivity();
        using var folder = new Folder();
        var ahead = await LoadedIn(folder);
        await ahead.Keep(city.Id, $"{long.MaxValue} {there.Id}", CancellationToken.None); // as after the table was restored from an older backup

        var index = await LoadedIn(folder);

        Assert.Equal(1, (await index.Find(city.Id, new ActivityQuestion { Now = Sentences.InDays(0) }, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task Whoever_commits_late_is_not_passed_by()
    {
        var city = await suite.NewCityIn("Europe/Budapest");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => city.HasActivity()));

        Assert.Equal(40, (await city.FindsOf(40, "")).Total);
    }

    [Fact]
    public async Task A_city_nobody_published_in_costs_nothing()
    {
        var index = new ActivitiesInMemory();

        Answer<IndexedActivity> answer = await index.Find(
            Guid.CreateVersion7(), new ActivityQuestion { Now = Sentences.InDays(0) }, CancellationToken.None);

        Assert.Equal(0, answer.Total);
    }

    private async Task<ActivitiesInMemory> LoadedIn(Folder folder)
    {
        var index = new ActivitiesInMemory(folder.Path);
        using var feed = ActivatorUtilities.CreateInstance<ActivityFeed>(suite.Services, index);
        await feed.StartAsync(CancellationToken.None);
        await Eventually.Holds(() => Task.FromResult(feed.IsLoaded));
        await feed.StopAsync(CancellationToken.None);
        return index;
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
