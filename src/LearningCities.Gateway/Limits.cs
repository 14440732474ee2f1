using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LearningCities.Gateway;

/// <summary>
/// How much one visitor or caller may ask for, told in headers (draft-ietf-httpapi-ratelimit-headers-11) before it is too late.
/// Counted before the work is done, so that a failure in counting never makes a client repeat what succeeded.
/// </summary>
internal sealed class Limits(IOptions<EdgeOptions> options, TimeProvider clock)
{
    private static readonly string[] Accounts = ["/sign-in", "/register", "/forgotten-password"];

    private readonly Limit _anonymous = new("anonymous", options.Value.AnonymousPerMinute, TimeSpan.FromMinutes(1));
    private readonly Limit _caller = new("caller", options.Value.CallerPerMinute, TimeSpan.FromMinutes(1));
    private readonly Limit _pages = new("pages", options.Value.PagesPerMinute, TimeSpan.FromMinutes(1));
    private readonly Limit _signIn = new("sign-in", options.Value.SignInsPerQuarterHour, TimeSpan.FromMinutes(15), atOnce: true);

    public IEnumerable<Limit> All => [_anonymous, _caller, _pages, _signIn];

    public static async Task Count(HttpContext http, RequestDelegate next)
    {
        var limits = http.RequestServices.GetRequiredService<Limits>();
        if (await limits.Of(http) is var (limit, key))
        {
            await limits.Take(http, limit, key);
        }

        await next(http);
    }

    private async Task Take(HttpContext http, Limit limit, string key)
    {
        limit.Forget(clock.GetUtcNow());
        var share = limit.Take(key, clock.GetUtcNow());
        if (share.IsTaken && limit.AtOnce && http.RequestServices.GetService<SharedCounts>() is { } shared)
        {
            await shared.CountAtOnce(limit, key, http.RequestAborted);
            share = share with { IsTaken = !limit.IsOver(key) };
        }

        var reset = Math.Max(1, (int)Math.Ceiling(share.Until.TotalSeconds));
        http.Response.OnStarting(() => // at the end: a refusal takes off what was written before it
        {
            http.Response.Headers["RateLimit-Policy"] = limit.Policy;
            http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{limit.Name}\";r={share.Left};t={reset}");
            return Task.CompletedTask;
        });
        if (!share.IsTaken)
        {
            throw new ProblemException(
                StatusCodes.Status429TooManyRequests, "too-many-requests", "Wait as long as Retry-After says, then go on.")
            {
                RetryAfter = TimeSpan.FromSeconds(reset),
            };
        }
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
}
