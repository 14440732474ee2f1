using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Web.Tests.Forms;

/// <summary>Addresses that are mistyped, old, or somebody else's; and programs that only look whether a page is there.</summary>
public sealed class AddressTests(WebSuite suite)
{
    [Theory]
    [InlineData("/activities/not-an-id")]
    [InlineData("/activities/01a21dae-3d38-7e03-a17a-9c42267c8036")]
    [InlineData("/activities/not-an-id/calendar")]
    [InlineData("/abroad/01a21dae-3d38-7e03-a17a-9c42267c8036")]
    [InlineData("/nothing/like/it")]
    [InlineData("/discover/")]
    public async Task What_is_not_there_is_said_by_a_page_with_a_way_on(string address)
    {
        var town = await Town.In(suite);
        using var stranger = town.Stranger();

        await stranger.Open($"/{town.ShortName}{address}");

        Assert.True(stranger.Status is HttpStatusCode.NotFound || address.EndsWith('/'), $"{stranger.Status}");
        Assert.True(stranger.Sees($"/{town.ShortName}/discover"));
    }

    [Theory]
    [InlineData("/sign-ups/01a21dae-3d38-7e03-a17a-9c42267c8036")]
    [InlineData("/pathways/01a21dae-3d38-7e03-a17a-9c42267c8036")]
    [InlineData("/pathways/add")]
    [InlineData("/pathways/add?activity=nonsense")]
    [InlineData("/badges/01a21dae-3d38-7e03-a17a-9c42267c8036")]
    [InlineData("/badges/01a21dae-3d38-7e03-a17a-9c42267c8036/credential")]
    [InlineData("/passport/01a21dae-3d38-7e03-a17a-9c42267c8036")]
    [InlineData("/passport/01a21dae-3d38-7e03-a17a-9c42267c8036/booklet")]
    public async Task What_a_learner_does_not_have_is_not_there(string address)
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open($"/{town.ShortName}{address}");

        Assert.Equal(HttpStatusCode.NotFound, learner.Status);
        Assert.True(learner.Sees("There is nothing here"));
    }

    [Fact]
    public async Task Another_citys_things_are_not_there()
    {
        var everything = await Everything.In(suite);
        var elsewhere = await Town.In(suite);
        var (learner, _) = await elsewhere.Learner();
        var (staff, _) = await elsewhere.Staff();

        foreach (var (who, address) in new[]
        {
            (learner, $"/activities/{everything.Door.Activity}"), (learner, everything.Place), (learner, everything.Pathway),
            (learner, everything.Badge), (learner, everything.Passport), (staff, everything.OurBadge), (staff, everything.Door.People),
        })
        {
            await who.Open($"/{elsewhere.ShortName}{address.Replace(everything.City, "", StringComparison.Ordinal)}");

            Assert.True(who.Status == HttpStatusCode.NotFound, $"{address}: {who.Status}");
        }
    }

    [Theory]
    [InlineData("/check-in/WRONG123", "This code is not one of yours")]
    [InlineData("/check-in/%3Cscript%3E", "This code is not one of yours")]
    [InlineData("/check-in/..%2f..%2fapi", "")]
    public async Task A_wrong_code_at_the_door_says_what_to_do(string address, string said)
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();

        await staff.Open($"/{town.ShortName}{address}");

        Assert.True((int)staff.Status < 500 && staff.Sees(said), $"{staff.Status}");
    }

    [Theory]
    [InlineData("q=" + "áááááááááááááááááááááááááááááááááááááááááááááááááááááááááááááááá")]
    [InlineData("q=%00%07&near=nowhere")]
    [InlineData("q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("q=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7&day=2026-02-31")]
    [InlineData("kind=nothing&access=nothing&mode=nothing&language=xx")]
    [InlineData("day=yesterday&within=-5&maxPrice=-1&organisation=x&sort=x")]
    [InlineData("cursor=nonsense")]
    [InlineData("free=maybe&free=true&q=a&q=b")]
    public async Task A_search_for_anything_is_answered(string query)
    {
        var town = await Town.In(suite);
        using var stranger = town.Stranger();

        await stranger.Open($"/{town.ShortName}/discover?{query}");

        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Contains("<h1", stranger.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", stranger.Screen, StringComparison.OrdinalIgnoreCase); // ours says where it comes from
    }

    [Fact]
    public async Task Every_page_answers_who_only_asks_whether_it_is_there()
    {
        var everything = await Everything.In(suite);
        var words = new Dictionary<string, string>
        {
            ["{city:city}"] = everything.Town.ShortName, ["{id:guid}"] = $"{everything.Door.Activity}", ["{code}"] = everything.Door.Code,
            ["{token}"] = "x", ["{**mistyped}"] = "nothing",
        };
        var pages = suite.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(page => page.Metadata.Any(mark => mark.GetType().Name == "ForPeople"))
            .Where(page => !page.RoutePattern.RawText!.EndsWith("/broken", StringComparison.Ordinal)) // a test's own, which fails
            .Select(page => words.Aggregate(page.RoutePattern.RawText!, (path, word) => path.Replace(word.Key, word.Value, StringComparison.Ordinal)));
        using var stranger = everything.Town.Stranger();

        foreach (var page in pages)
        {
            foreach (var who in new[] { stranger, everything.Door.Learner, everything.Door.Staff, everything.Administrator })
            {
                using var answer = await who.Head(page);

                Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError && answer.StatusCode != HttpStatusCode.MethodNotAllowed, $"{page}: {answer.StatusCode}");
                Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
            }
        }
    }
}
