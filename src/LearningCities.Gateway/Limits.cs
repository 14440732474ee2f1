using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace LearningCities.Gateway;

/// <summary>
/// How much one visitor or caller may ask for, told in headers (draft-ietf-httpapi-ratelimit-headers-11) before it is too late.
/// Counted before the work is done, so that a failure in counting never makes a client repeat what succeeded.
/// </summary>
internal sealed class Limits : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly Limit _anonymous;
    private readonly Limit _caller;
    private readonly Limit _signIn;

    public Limits(IOptions<EdgeOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _anonymous = new Limit("anonymous", options.Value.AnonymousPerMinute, TimeSpan.FromMinutes(1));
        _caller = new Limit("caller", options.Value.CallerPerMinute, TimeSpan.FromMinutes(1));
        _signIn = new Limit("sign-in", options.Value.SignInsPerQuarterHour, TimeSpan.FromMinutes(15));
    }

    public static Task Count(HttpContext http, RequestDelegate next) =>
        http.RequestServices.GetRequiredService<Limits>().Take(http) ? next(http) : throw new ProblemException(
            StatusCodes.Status429TooManyRequests, "too-many-requests", "Wait as long as Retry-After says, then go on.");

    public void Dispose()
    {
        _anonymous.Dispose();
        _caller.Dispose();
        _signIn.Dispose();
    }

    private bool Take(HttpContext http)
    {
        if (Of(http) is not var (limit, key))
        {
            return true;
        }

        var (window, now) = (limit.Window, _clock.GetUtcNow());
        using var lease = limit.Limiter.AttemptAcquire(key);
        var left = limit.Limiter.GetStatistics(key)?.CurrentAvailablePermits ?? 0;
        var reset = (int)Math.Ceiling((window - TimeSpan.FromTicks(now.UtcTicks % window.Ticks)).TotalSeconds);
        http.Response.Headers["RateLimit-Policy"] = $"\"{limit.Name}\";q={limit.Permits};w={(int)window.TotalSeconds}";
        http.Response.Headers["RateLimit"] = $"\"{limit.Name}\";r={left};t={reset}";
        if (!lease.IsAcquired)
        {
            http.Response.Headers.RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                ? $"{Math.Max(1, (int)Math.Ceiling(after.TotalSeconds))}" : $"{reset}";
        }

        return lease.IsAcquired;
    }

    /// <summary>Pages are not counted, the calls that make them are; signing in is counted by its form.</summary>
    private (Limit, string)? Of(HttpContext http)
    {
        var (request, path) = (http.Request, http.Request.Path);
        if (HttpMethods.IsPost(request.Method) && path.Value!.EndsWith("/sign-in", StringComparison.Ordinal))
        {
            return (_signIn, Network(http.Connection.RemoteIpAddress));
        }

        return !path.StartsWithSegments("/api", StringComparison.Ordinal) ? null
            : request.Headers.Authorization.ToString() is { Length: > 0 } token ? (_caller, Hash(token))
            : (_anonymous, Network(http.Connection.RemoteIpAddress));
    }

    // One household or school has a whole /64 of version 6 addresses, and counts as one.
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } =>
            Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16));

    private sealed class Limit(string name, int permits, TimeSpan window) : IDisposable
    {
        public string Name => name;

        public int Permits => permits;

        public TimeSpan Window => window;

        public PartitionedRateLimiter<string> Limiter { get; } = PartitionedRateLimiter.Create<string, string>(key =>
            RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = permits,
                Window = window,
                QueueLimit = 0,
            }));

        public void Dispose() => Limiter.Dispose();
    }
}
