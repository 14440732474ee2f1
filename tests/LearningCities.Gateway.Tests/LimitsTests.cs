namespace LearningCities.Gateway.Tests;

public class LimitsTests(GatewaySuite suite)
{
    private const string Cities = "/api/identity/cities";

    [Fact]
    public async Task A_visitor_sees_how_much_is_left_and_is_told_when_to_come_again()
    {
        using var visitor = suite.From(suite.NewAddress());
        var left = new List<string>();
        for (var call = 0; call < 3; call++)
        {
            using var answer = await visitor.GetAsync(Cities);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("\"anonymous\";q=3;w=60", answer.Headers.GetValues("RateLimit-Policy").Single());
            left.Add(answer.Headers.GetValues("RateLimit").Single().Split(';')[1]);
        }

        using var refused = await visitor.GetAsync(Cities);

        Assert.Equal(["r=2", "r=1", "r=0"], left);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("too-many-requests", await refused.ProblemCode());
    }

    [Fact]
    public async Task Another_address_has_its_own()
    {
        using var one = suite.From(suite.NewAddress());
        using var other = suite.From(suite.NewAddress());

        await Uses(one, Cities, 3);

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusOf(one, Cities));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(other, Cities));
    }

    [Fact]
    public async Task A_household_with_many_addresses_of_version_6_counts_as_one()
    {
        foreach (var last in new[] { "1", "2:3", "ffff:ffff" })
        {
            using var device = suite.From($"2001:db8:77:1::{last}");
            Assert.Equal(HttpStatusCode.OK, await StatusOf(device, Cities));
        }

        using var one = suite.From("2001:db8:77:1::99");
        using var neighbour = suite.From("2001:db8:77:2::99");

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusOf(one, Cities));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(neighbour, Cities));
    }

    [Fact]
    public async Task A_caller_is_counted_by_who_it_is_wherever_it_calls_from()
    {
        var (city, _) = await suite.HasCity();
        var person = Guid.CreateVersion7();
        using var home = suite.From(suite.NewAddress(), city.ClientOf(person));
        using var library = suite.From(suite.NewAddress(), city.ClientOf(person));
        using var somebody = suite.From(suite.NewAddress(), city.Client());

        await Uses(home, Cities, 2);
        await Uses(library, Cities, 2);

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusOf(home, Cities));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusOf(library, Cities));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(somebody, Cities));
    }

    [Fact]
    public async Task Inventing_tokens_is_no_way_to_have_more()
    {
        var address = suite.NewAddress();
        for (var call = 0; call < 3; call++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await Invents(address));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await Invents(address));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/")]
    [InlineData("/Sign-In")]
    [InlineData("/sign%2Din")]
    [InlineData("/register")]
    [InlineData("/forgotten-password")]
    public async Task However_the_address_is_written_passwords_are_guessed_twice_and_no_more(string page)
    {
        var (_, town) = await suite.HasCity();
        using var guesser = suite.From(suite.NewAddress());

        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 3; guess++)
        {
            using var form = new FormUrlEncodedContent([]);
            using var answer = await guesser.PostAsync($"/{town}{page}", form);
            statuses.Add(answer.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses[..2]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[2]);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(guesser, $"/{town}/sign-in")); // she may still read the page
    }

    [Fact]
    public async Task Pages_have_a_limit_too_and_health_has_none()
    {
        var (_, town) = await suite.HasCity();
        using var visitor = suite.From(suite.NewAddress());

        await Uses(visitor, $"/{town}/", 5);

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusOf(visitor, $"/{town}/"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(visitor, "/health/live"));
    }

    private async Task<HttpStatusCode> Invents(string address)
    {
        using var inventor = suite.From(address);
        inventor.DefaultRequestHeaders.Authorization = new("Bearer", $"eyJhbGciOiJub25lIn0.{Guid.CreateVersion7():n}.");
        return await StatusOf(inventor, Cities);
    }

    private static async Task Uses(HttpClient client, string path, int times)
    {
        for (var call = 0; call < times; call++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusOf(client, path));
        }
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }
}
