using LearningCities.Browser.Tests.Chapters;
using LearningCities.Host.Demo;

[assembly: AssemblyFixture(typeof(LearningCities.Browser.Tests.Story))]

namespace LearningCities.Browser.Tests;

/// <summary>
/// One learner's story through the whole suite, told once: who waits for a chapter waits for those before it. Everything in it
/// that could be there already is made anew, so that it can be told on the same installation again.
/// </summary>
public sealed class Story : IAsyncLifetime
{
    private static readonly Func<Story, Task>[] Chapters =
    [
        Publishing.Tell, Finding.Tell, TakingPart.Tell, AtTheDoor.Tell, Showing.Tell, GoingAbroad.Tell, Overlooking.Tell,
    ];

    // Words that search has to find with a slip of the finger and without accents.
    private static readonly string[] Names = ["Gyöngyvér", "Töhötöm", "Erzsébet", "Borbála", "Özsébné", "Hedvigné", "Dömötör"];

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly List<Reader> _readers = [];
    private readonly Dictionary<string, Look> _looks = [];
    private int _told;
    private string? _brokeOff;

    internal Place Place { get; } = new();

    internal string Word { get; } = Names[Random.Shared.Next(Names.Length)];

    /// <summary>For addresses and the like that nobody else may have.</summary>
    internal string Once { get; } = Guid.CreateVersion7().ToString("n");

    internal const string Password = "purple-otter-sings-42";

    /// <summary>Who the story is about.</summary>
    internal const string Heroine = "Kővágó Lilla";

    internal string HerEmail => $"lilla.{Once}@example.org";

    /// <summary>The workshop's page, as a path.</summary>
    internal string Activity { get; set; } = "";

    internal Guid ActivityId => Guid.Parse(Activity.Split('/')[^1]);

    /// <summary>When it begins, by the city's clock.</summary>
    internal DateTime Begins { get; set; }

    internal string Pathway { get; set; } = "";

    internal Reader Learner { get; set; } = null!;

    internal Reader Friend { get; set; } = null!;

    internal Reader Staff { get; set; } = null!;

    internal Reader Stranger { get; set; } = null!;

    public ValueTask InitializeAsync() => Place.InitializeAsync();

    /// <summary>Tells the story up to this chapter, counted from one; the last one without a number.</summary>
    internal async Task Until(int chapter = int.MaxValue)
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        await _oneAtATime.WaitAsync();
        try
        {
            while (_told < Math.Min(chapter, Chapters.Length))
            {
                Assert.True(_brokeOff is null, $"The story broke off in its chapter {_brokeOff}.");
                _brokeOff = $"{_told + 1}, '{Chapters[_told].Method.DeclaringType!.Name}'";
                await Chapters[_told](this);
                _brokeOff = null;
                _told++;
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Keeps a page of the story, for the checks that every page has to pass.</summary>
    internal async Task Keep(string name, Reader reader, string? path = null) =>
        _looks[name] = new(path ?? reader.Here, await reader.State());

    internal Look Kept(string name) => _looks[name];

    internal async Task<Reader> Meet(string name)
    {
        var reader = await Reader.Called(name, Place);
        _readers.Add(reader);
        return reader;
    }

    /// <summary>Somebody of the demo.</summary>
    internal async Task<Reader> SignedIn(string name, string email, string city = Browser.Tests.Place.City)
    {
        var reader = await Meet(name);
        await reader.Open($"/{city}/sign-in");
        await reader.Write(("email", email), ("password", DemoDoor.Password));
        await reader.Press("Sign me in");
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers)
        {
            await reader.DisposeAsync();
        }

        await Place.DisposeAsync();
        _oneAtATime.Dispose();
    }
}

/// <summary>A page, and whose cookies show it.</summary>
internal sealed record Look(string Path, string State);
