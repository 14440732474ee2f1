using System.Net.Sockets;
using LearningCities.Host.Demo;

namespace LearningCities.Browser.Tests;

/// <summary>
/// Where the story happens: the demo cities Szeged and Ljubljana, in a suite of the tests' own, or in the one that runs at
/// TEST_SERVICES already (its letters go to port TEST_SMTP of this machine). With a browser to look at it, and a mailbox.
/// </summary>
public sealed class Place : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-browser-");
    private RunningSuite? _suite;

    /// <summary>The city of the learner; the placement is in Ljubljana.</summary>
    public const string City = "szeged";

    /// <summary>Whether these tests run on PostgreSQL here.</summary>
    public static bool IsOnPostgreSql => Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 };

    public Uri Address { get; private set; } = null!;

    internal Chromium Browser { get; private set; } = null!;

    /// <summary>Null where nobody reads the letters, with <see cref="NoLetters"/> saying why.</summary>
    internal Mailbox? Letters { get; private set; }

    internal string NoLetters { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        Browser = await Chromium.Start();
        await OpenMailbox();
        if (Environment.GetEnvironmentVariable("TEST_SERVICES") is { Length: > 0 } running)
        {
            Address = new Uri(running);
            return;
        }

        Address = new Uri($"http://localhost:{FreePort()}");
        _suite = new RunningSuite("all", settings: Settings);
        await _suite.InitializeAsync();
        await DemoCities.Seed(_suite.Services, TextWriter.Null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        if (_suite is not null)
        {
            await _suite.DisposeAsync();
        }

        if (Letters is not null)
        {
            await Letters.DisposeAsync();
        }

        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }

    /// <summary>Everybody comes from one address here, so the limits for one are lifted; links must lead to where it runs.</summary>
    private string[] Settings =>
    [
        $"--urls={Address}", $"--PublicUrl={Address.ToString().TrimEnd('/')}", $"--data={_folder.FullName}",
        "--Edge:SignInsPerQuarterHour=100000", "--Edge:PagesPerMinute=1000000", "--Edge:AnonymousPerMinute=1000000", "--Edge:CallerPerMinute=1000000",
        .. Letters is null ? Array.Empty<string>() :
        [
            "--Notifications:Smtp:Host=127.0.0.1", $"--Notifications:Smtp:Port={Letters.Port}",
            "--Notifications:Smtp:From=Szeged learns <learn@szeged.example>", "--Notifications:Smtp:Tls=None",
        ],
    ];

    private async Task OpenMailbox()
    {
        var (services, port) = (Environment.GetEnvironmentVariable("TEST_SERVICES"), Environment.GetEnvironmentVariable("TEST_SMTP"));
        NoLetters = services is { Length: > 0 } && port is not { Length: > 0 }
            ? "TEST_SMTP does not say to which port the services send their letters."
            : await Mailbox.Missing() ?? "";
        if (NoLetters.Length == 0)
        {
            Letters = new Mailbox();
            await Letters.Start(port is { Length: > 0 } ? int.Parse(port, System.Globalization.CultureInfo.InvariantCulture) : 0);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
