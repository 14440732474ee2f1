using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;

namespace LearningCities.Gateway;

/// <summary>
/// Has several gateways count together. What each has counted it tells Identity, once a second, and learns what it is with the
/// others': so nobody waits, and somebody who asks all of them at once gets a second's worth more. Guesses at passwords are told
/// one by one, before they are tried. Identity learns codes, and no address.
/// </summary>
internal sealed partial class SharedCounts(
    Neighbours neighbours, ClientSecrets secrets, Limits limits, TimeProvider clock, ILogger<SharedCounts> log) : BackgroundService
{
    private const int MostAtOnce = 200;

    // A token names a city, and limits belong to none.
    private static readonly Guid NoCity = Guid.AllBitsSet;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secrets.Of("gateway"));

    /// <summary>Tells what was counted since, and learns what the others have.</summary>
    public async Task Exchange(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation); // or the same would be told twice
        try
        {
            foreach (var limit in limits.All.Where(limit => !limit.AtOnce))
            {
                foreach (var some in limit.Unsent().Chunk(MostAtOnce))
                {
                    await Exchange(limit, some, cancellation);
                }
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Has everybody count this one before it is tried. Where Identity is silent, each gateway counts for itself.</summary>
    public async Task CountAtOnce(Limit limit, string key, CancellationToken cancellation)
    {
        try
        {
            await Exchange(limit, [(key, 1)], cancellation);
        }
        catch (Exception silent) when (IsSilence(silent) && !cancellation.IsCancellationRequested)
        {
            CountsAlone(silent.Message);
        }
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Exchange(stoppingToken);
            }
            catch (Exception silent) when (!stoppingToken.IsCancellationRequested) // whatever it is, the edge goes on
            {
                CountsAlone(silent.Message);
            }
        }
    }

    private async Task Exchange(Limit limit, IReadOnlyList<(string Key, int Count)> counted, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var keys = counted.ToDictionary(one => CodeOf(limit, one.Key));
        using var identity = await neighbours.To("identity", "gateway", NoCity, "identity:limits", patience.Token);
        using var answer = await identity.PostAsJsonAsync(
            "/api/identity/limits",
            new { taken = keys.Select(one => new Part(one.Key, one.Value.Count, (int)limit.Window.TotalSeconds)) },
            patience.Token);
        answer.EnsureSuccessStatusCode();
        var now = clock.GetUtcNow();
        foreach (var sum in (await answer.Content.ReadFromJsonAsync<Sums>(patience.Token))!.Taken)
        {
            var (key, count) = keys[sum.Who];
            limit.Learn(key, count, sum.Count, now.AddSeconds(sum.Seconds));
        }
    }

    private string CodeOf(Limit limit, string key) =>
        $"{limit.Name} {Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}";

    private static bool IsSilence(Exception e) => e
        is HttpRequestException or OperationCanceledException or IOException or ExecutionRejectedException or JsonException;

    [LoggerMessage(LogLevel.Warning, "Identity does not count with us ({Why}); until it does, this gateway's limits are its own")]
    private partial void CountsAlone(string why);

    private sealed record Part(string Who, int Count, int Seconds);

    private sealed record Sum(string Who, long Count, long Seconds);

    private sealed record Sums(IReadOnlyList<Sum> Taken);
}
