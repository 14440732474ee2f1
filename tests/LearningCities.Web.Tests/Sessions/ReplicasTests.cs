using LearningCities.Web.Sessions;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LearningCities.Web.Tests.Sessions;

/// <summary>Whichever replica answers, it is one site.</summary>
public class ReplicasTests(Replicas replicas, WebSuite suite) : IClassFixture<Replicas>
{
    [Fact]
    public async Task Who_signed_in_at_one_goes_on_at_the_other_and_is_signed_out_at_both()
    {
        Assert.SkipWhen(Replicas.Missing is not null, Replicas.Missing ?? "");
        var town = await replicas.HasTown();
        using var here = new Visitor(replicas.One);
        await here.SignIn(town.ShortName, await town.HasAccount(), Town.Password);
        using var there = new Visitor(replicas.Other);
        there.Keep("city", here.Cookie("city")!);

        await there.Open($"/{town.ShortName}/me");
        Assert.True(there.Sees("Hello, Kovács Réka"), $"{there.Status} {there.Path}");

        await there.Open($"/{town.ShortName}/sign-out");
        await there.Press("");
        await here.Open($"/{town.ShortName}/me");
        Assert.StartsWith($"/{town.ShortName}/sign-in?next=", here.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_one_gave_the_other_takes()
    {
        Assert.SkipWhen(Replicas.Missing is not null, Replicas.Missing ?? "");
        var town = await replicas.HasTown();
        var email = await town.HasAccount("Nagy Bence");
        using var here = new Visitor(replicas.One);
        await here.Open($"/{town.ShortName}/sign-in");
        using var there = new Visitor(replicas.Other);
        there.Keep("form", here.Cookie("form")!);

        await there.Again(here.Screen, "", ("email", email), ("password", Town.Password));

        Assert.True(there.Sees("Hello, Nagy Bence"), $"{there.Status} {there.Path}");
    }

    /// <summary>Both look, see the same, and make a key: there is one, and both use it.</summary>
    [Fact]
    public async Task Of_two_that_make_a_key_at_the_same_moment_one_is_second_and_takes_the_first_ones()
    {
        var before = await KeysThere();
        var (one, other) = (Keys(suite), Keys(suite));
        Assert.Equal(before, one.GetAllElements().Count);
        Assert.Equal(before, other.GetAllElements().Count);

        one.StoreElement(new("key", "of the one"), "key-one");
        other.StoreElement(new("key", "of the other"), "key-other");

        Assert.Equal(before + 1, other.GetAllElements().Count);
        Assert.Contains(other.GetAllElements(), key => key.Value == "of the one");
        Assert.Equal(1, await Forget("of the one"));
    }

    [Fact]
    public async Task Another_key_comes_beside_the_first()
    {
        var before = await KeysThere();
        var keys = Keys(suite);

        foreach (var key in new[] { "next", "and next" })
        {
            _ = keys.GetAllElements();
            keys.StoreElement(new("key", key), key);
        }

        Assert.Equal(before + 2, keys.GetAllElements().Count);
        Assert.Equal(2, await Forget("next") + await Forget("and next"));
    }

    [Fact]
    public void The_suite_keeps_its_keys_there() => Assert.IsType<CookieKeys>(
        suite.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository);

    private static CookieKeys Keys(WebSuite suite) => new(suite.Services.GetRequiredService<IServiceScopeFactory>());

    private async Task<int> KeysThere()
    {
        await using var scope = suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WebDb>().CookieKeys.CountAsync();
    }

    private async Task<int> Forget(string key)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WebDb>().CookieKeys.Where(k => k.Xml == $"<key>{key}</key>").ExecuteDeleteAsync();
    }
}
