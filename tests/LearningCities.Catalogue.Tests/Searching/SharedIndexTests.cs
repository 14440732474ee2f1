using LearningCities.Catalogue.Searching;

namespace LearningCities.Catalogue.Tests.Searching;

/// <summary>What several processes do to one index, in each engine that is a server.</summary>
public sealed class SharedIndexTests
{
    private readonly Guid _city = Engines.NewCity();
    private readonly string _prefix = $"test-{Engines.NewCity():n}";

    public static TheoryData<string> Servers => [Engines.Elasticsearch, Engines.OpenSearch];

    [Theory]
    [MemberData(nameof(Servers))]
    public Task How_far_it_has_come_is_kept_in_it(string engine) => InTwoProcesses(engine, async (one, other) =>
    {
        Assert.Null(await one.Load(_city, CancellationToken.None));
        await one.Apply(_city, Some(3), CancellationToken.None);
        await one.Keep(_city, "3 somewhere", CancellationToken.None);

        Assert.Equal("3 somewhere", await other.Load(_city, CancellationToken.None));
    });

    [Theory]
    [MemberData(nameof(Servers))]
    public Task Two_that_begin_at_one_moment_make_one_index(string engine) => InTwoProcesses(engine, async (one, other) =>
    {
        await Task.WhenAll(
            one.Apply(_city, Some(20), CancellationToken.None),
            other.Apply(_city, Some(20), CancellationToken.None));

        await Engines.Has(one, _city, Some(20).Count);
        await Engines.Has(other, _city, Some(20).Count);
    });

    [Theory]
    [MemberData(nameof(Servers))]
    public Task Who_writes_to_an_index_that_was_replaced_learns_of_it_and_begins_where_the_new_one_is(string engine) => InTwoProcesses(engine, async (one, other) =>
    {
        await one.Apply(_city, Some(5), CancellationToken.None);
        await other.Load(_city, CancellationToken.None);
        var anew = await one.Anew(_city, CancellationToken.None);
        await anew.Apply(Some(4), CancellationToken.None);
        await anew.TakePlace(CancellationToken.None);
        await one.Keep(_city, "4 somewhere", CancellationToken.None);

        await Assert.ThrowsAsync<IndexReplacedException>(() => other.Apply(_city, Some(6), CancellationToken.None));

        Assert.Equal("4 somewhere", await other.Load(_city, CancellationToken.None));
        await other.Apply(_city, Some(6), CancellationToken.None);
        await Engines.Has(one, _city, Some(6).Count);
    });

    [Theory]
    [MemberData(nameof(Servers))]
    public Task A_search_finds_something_at_any_moment_of_a_rebuild(string engine) => InTwoProcesses(engine, async (one, other) =>
    {
        await one.Apply(_city, Some(30), CancellationToken.None);
        await Engines.Has(one, _city, Some(30).Count);
        using var done = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            var searches = 0;
            for (; !done.IsCancellationRequested; searches++)
            {
                var found = await other.Find(_city, new ActivityQuestion { Now = Engines.Now }, CancellationToken.None);
                Assert.Equal(Some(30).Count, found.Total);
            }

            return searches;
        });

        for (var i = 0; i < 5; i++)
        {
            var anew = await one.Anew(_city, CancellationToken.None);
            await anew.Apply(Some(30), CancellationToken.None);
            await anew.TakePlace(CancellationToken.None);
        }

        await done.CancelAsync();
        Assert.True(await searching > 10);
    });

    [Theory]
    [MemberData(nameof(Servers))]
    public Task What_is_forgotten_is_gone_at_once(string engine) => InTwoProcesses(engine, async (one, other) =>
    {
        await one.Apply(_city, Some(5), CancellationToken.None);
        await one.Keep(_city, "5 somewhere", CancellationToken.None);

        await one.Forget(_city, CancellationToken.None);

        Assert.Null(await other.Load(_city, CancellationToken.None));
        Assert.Equal(0, (await other.Find(_city, new ActivityQuestion { Now = Engines.Now }, CancellationToken.None)).Total);
    });

    private async Task InTwoProcesses(string engine, Func<IActivityIndex, IActivityIndex, Task> work)
    {
        var address = Engines.AddressOf(engine);
        await using var one = Engines.At(address, _prefix);
        await using var other = Engines.At(address, _prefix);
        try
        {
            await work(Engines.In(one), Engines.In(other));
        }
        finally
        {
            await Engines.RemoveAll(one, _prefix);
        }
    }

    /// <summary>The first that are not over.</summary>
    internal static IReadOnlyList<IndexedActivity> Some(int many) =>
        [.. Engines.Catalogue.Where(activity => activity.EndsAt is null || activity.EndsAt > Engines.Now).Take(many)];
}
