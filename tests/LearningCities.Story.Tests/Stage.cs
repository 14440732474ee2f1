using LearningCities.Host.Demo;

[assembly: AssemblyFixture(typeof(LearningCities.Story.Tests.Stage))]
[assembly: Trait("story", "yes")] // what also runs against services that run already, see tests/run

namespace LearningCities.Story.Tests;

/// <summary>
/// Where the story happens: the demo cities, in a suite of the tests' own, or behind the gateway at TEST_SERVICES. What the suite
/// tells of itself goes to a real Aspire dashboard: one of the tests' own, or the one at TEST_DASHBOARD.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-story-");
    private readonly Lazy<Task<Story>> _told;
    private RunningSuite? _suite;

    public Stage() => _told = new(async () =>
    {
        using var story = new Story(this);
        await story.Tell();
        return story;
    });

    public const string City = "szeged";

    /// <summary>The city's administrator, in the demo.</summary>
    public const string Administrator = "admin@example.org";

    public Uri Address { get; private set; } = null!;

    /// <summary>Whether every module is a process of its own.</summary>
    public bool InServices => _suite is null;

    /// <summary>Whether a broker carries events, or one process brings them to itself.</summary>
    public bool HasBroker => InServices || Environment.GetEnvironmentVariable("TEST_RABBITMQ") is { Length: > 0 };

    /// <summary>The story, told once for all who ask about it.</summary>
    internal Task<Story> Told => _told.Value;

    internal Dashboard Dashboard { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("TEST_SERVICES") is { Length: > 0 } running)
        {
            (Address, Dashboard) = (new Uri(running), Dashboard.ThatRuns());
            return;
        }

        Dashboard = await Dashboard.Start(_folder);
        _suite = new RunningSuite("all", settings: [$"--data={_folder}/data", .. Dashboard.Settings]);
        await _suite.InitializeAsync();
        await DemoCities.Seed(_suite.Services, TextWriter.Null, CancellationToken.None);
        Address = _suite.Address;
    }

    /// <summary>Somebody with a browser, not signed in.</summary>
    public Visitor Stranger() => new(Address);

    public async Task<Visitor> SignedIn(string email, string password = DemoDoor.Password)
    {
        var visitor = Stranger();
        await visitor.SignIn(City, email, password);
        Assert.False(visitor.Path.Contains("sign-in", StringComparison.Ordinal), $"{email} could not sign in: {visitor.Screen}");
        return visitor;
    }

    /// <summary>A partner's program, which has nothing but its key.</summary>
    public HttpClient Partner(string key)
    {
        // It says itself to which trace a request belongs; what instruments this process would have another opinion.
        var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_suite is not null)
        {
            await _suite.DisposeAsync();
        }

        await Dashboard.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
