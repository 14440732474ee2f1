using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LearningCities.Gateway;

/// <summary>
/// How much one visitor or caller may ask for, told in headers (draft-ietf-httpapi-ratelimit-headers-11) before it is too late.
/// Counted before the work is done, so that a failure in counting never makes a client repeat what succeeded.
/// </summary>
internal sealed class Limits : IDisposable
{
    private static readonly string[] Accounts = ["/sign-in", "/register", "/forgotten-password"];

    private readonly TimeProvider _clock;
    private readonly Limit _anonymous;
    private readonly Limit _caller;
    private readonly Limit _pages;
    private readonly Limit _signIn;

    public Limits(IOptions<EdgeOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _anonymous = new Limit("anonymous", options.Value.AnonymousPerMinute, TimeSpan.FromMinutes(1));
        _caller = new Limit("caller", options.Value.CallerPerMinute, TimeSpan.FromMinutes(1));
        _pages = new Limit("pages", options.Value.PagesPerMinute, TimeSpan.FromMinutes(1));
        _signIn = new Limit("sign-in", options.Value.SignInsPerQuarterHour, TimeSpan.FromMinutes(15));
    }

    public static async Task Count(HttpContext http, RequestDelegate next)
    {
        var limits = http.RequestServices.GetRequiredService<Limits>();
        if (await limits.Of(http) is var (limit, key) && !limits.Take(http, limit, key))
        {
            throw new ProblemException(
                StatusCodes.Status429TooManyRequests, "too-many-requests", "Wait as long as Retry-After says, then go on.");
        }

        await next(http);
    }

    public void Dispose()
    {
        _anonymous.Dispose();
        _caller.Dispose();
        _pages.Dispose();
        _signIn.Dispose();
    }

    private bool Take(HttpContext http, Limit limit, string key)
    {
        var (window, now) = (limit.Window, _clock.GetUtcNow());
        using var lease = limit.Limiter.AttemptAcquire(key);
        var left = limit.Limiter.GetStatistics(key)?.CurrentAvailablePermits ?? 0;
        var reset = (int)Math.Ceiling((window - TimeSpan.FromTicks(now.UtcTicks % window.Ticks)).TotalSeconds);
        var wait = lease.IsAcquired ? (int?)null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : reset;
        http.Response.OnStarting(() => // at the end: a refusal takes off what was written before it
        {
            http.Response.Headers["RateLimit-Policy"] = $"\"{limit.Name}\";q={limit.Permits};w={(int)window.TotalSeconds}";
            http.Response.Headers["RateLimit"] = $"\"{limit.Name}\";r={left};t={reset}";
            if (wait is { } seconds)
            {
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            return Task.CompletedTask;
        });
        return lease.IsAcquired;
    }

    /// <summary>
    /// A caller is who its token proves it to be. Counted by the token as it was sent, whoever invents a new one for each call
    /// would have no limit at all.
    /// </summary>
    private async Task<(Limit Limit, string Key)?> Of(HttpContext http)
    {
        var (path, network) = (http.Request.Path, Network(http.Connection.RemoteIpAddress));
        if (path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            return null;
        }

        if (!path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return (TriesAnAccount(http.Request) ? _signIn : _pages, network);
        }

        return http.Request.Headers.Authorization.Count > 0 && await http.AuthenticateAsync() is { Succeeded: true } who
            ? (_caller, $"{who.Principal.FindFirstValue("city")} {who.Principal.FindFirstValue("sub")}")
            : (_anonymous, network);
    }

    /// <summary>
    /// The forms with which somebody could guess passwords, fill the town with accounts or others' boxes with letters. Routes
    /// take large letters and a slash at the end, so that this must.
    /// </summary>
    private static bool TriesAnAccount(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && Array.Exists(Accounts, form => request.Path.Value!.TrimEnd('/').EndsWith(form, StringComparison.OrdinalIgnoreCase));

    // One household or school has a whole /64 of version 6 addresses, and counts as one.
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } =>
            Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

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
