using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LearningCities.Mobility.Tests;

/// <summary>The second lock: what PostgreSQL itself shows and lets write, where no query filter stands before the rows.</summary>
public sealed class PartiesTests(MobilitySuite suite) : IAsyncLifetime
{
    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync() => await _cities.AreKnown();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_cities_of_its_parties_are_shown_a_placement_with_their_own_entry_of_the_parties()
    {
        await _cities.HasApplied();

        await In(_cities.Home, async db => Assert.Equal("1 2 3 13", await Rows(db)));
        await In(_cities.Abroad, async db => Assert.Equal("1 1 3 13", await Rows(db)));
    }

    [Fact]
    public async Task A_third_city_is_shown_none_of_it_but_what_is_offered()
    {
        var placement = await _cities.HasApplied();

        await In(suite.NewCity(), async db =>
        {
            Assert.Equal("0 0 0 0", await Rows(db));
            Assert.NotEqual(0, await Count(db, $"SELECT count(*)::int AS \"Value\" FROM mobility.offer"));
            Assert.Equal(0, await db.Database.ExecuteSqlAsync($"UPDATE mobility.placement SET motivation = ''"));
            Assert.Equal(0, await db.Database.ExecuteSqlAsync($"DELETE FROM mobility.support_item"));
            Assert.Equal(0, await db.Database.ExecuteSqlAsync($"UPDATE mobility.offer SET places = 0"));
            await AssertDenied(db.Database.ExecuteSqlAsync(
                $"INSERT INTO mobility.placement_party VALUES ({placement.Id}, 'guest', {db.City}, {db.City})"));
        });
    }

    [Fact]
    public async Task Nobody_becomes_a_party_later_or_stops_being_one()
    {
        await _cities.HasApplied();

        await In(_cities.Abroad, async db =>
        {
            Assert.Equal(0, await db.Database.ExecuteSqlAsync($"UPDATE mobility.placement_party SET who = {db.City}"));
            Assert.Equal(0, await db.Database.ExecuteSqlAsync($"DELETE FROM mobility.placement_party"));
        });
    }

    private async Task In(City city, Func<ModuleDb, Task> look)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(city.Id, "test");
        var db = scope.ServiceProvider.GetServices<ModuleDb>().First();
        Assert.SkipUnless(db.Database.IsNpgsql(), "SQLite has no row-level security. Give a server in TEST_POSTGRES.");
        await look(db);
    }

    /// <summary>How many placements, parties, agreements and items are seen.</summary>
    private static Task<string> Rows(ModuleDb db) => db.Database.SqlQuery<string>($"""
        SELECT concat_ws(' ', (SELECT count(*) FROM mobility.placement), (SELECT count(*) FROM mobility.placement_party),
            (SELECT count(*) FROM mobility.agreement), (SELECT count(*) FROM mobility.support_item)) AS "Value"
        """).SingleAsync();

    private static Task<int> Count(ModuleDb db, FormattableString sql) => db.Database.SqlQuery<int>(sql).SingleAsync();

    private static async Task AssertDenied(Task work) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => work)).SqlState);
}
