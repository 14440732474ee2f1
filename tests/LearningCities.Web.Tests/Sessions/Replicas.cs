namespace LearningCities.Web.Tests.Sessions;

/// <summary>
/// Two processes of the pages, each behind a gateway of its own, which know nothing of each other but the tables they share.
/// Both start at the same moment, on tables in which nothing is yet.
/// </summary>
public sealed class Replicas : IAsyncLifetime
{
    private static readonly string[] Asked = ["identity", "catalogue", "pathways", "badges", "mobility", "notifications", "insight"];

    private readonly RunningSuite _modules = new(string.Join(',', Asked), settings:
    [
        .. new[] { "web", "gateway", "notifications" }.Select(program => $"--Clients:{program}={program}-secret-of-forty-letters"),
        "--Edge:SignInsPerQuarterHour=100000", "--Edge:PagesPerMinute=1000000",
        "--services:web:http:0=http://127.0.0.1:9", "--services:gateway:http:0=http://127.0.0.1:9",
    ]);

    private Replica[] _processes = [];

    /// <summary>Why there can be none on this machine; null where there can.</summary>
    public static string? Missing => Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 }
        ? null : "Two processes share no SQLite file. Give a server in TEST_POSTGRES.";

    public Uri One { get; private set; } = null!;

    public Uri Other { get; private set; } = null!;

    public async Task<Town> HasTown()
    {
        var town = await Town.In(_modules, pages: One);
        await Eventually.Holds(async () => // each asks for new cities now and then only
        {
            using var stranger = new Visitor(Other);
            await stranger.Open($"/{town.ShortName}/sign-in");
            return stranger.Status == HttpStatusCode.OK;
        });
        return town;
    }

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        await _modules.InitializeAsync();
        var modules = Replica.SettingsOf(_modules.Address, Asked);
        _processes = await Task.WhenAll(_modules.Beside("web", modules), _modules.Beside("web", modules));
        _processes =
        [
            .. _processes,
            .. await Task.WhenAll(_processes.Select(web => _modules.Beside("gateway", [.. modules, .. web.Serves("web")]))),
        ];
        (One, Other) = (_processes[2].Address, _processes[3].Address);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Reverse())
        {
            await process.DisposeAsync();
        }

        if (Missing is null)
        {
            await _modules.DisposeAsync();
        }
    }
}
