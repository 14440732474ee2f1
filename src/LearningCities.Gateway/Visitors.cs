using System.Net;
using Microsoft.Extensions.Options;

namespace LearningCities.Gateway;

/// <summary>Finds out who is at the other end, behind proxies that are trusted, and gives each request an id.</summary>
internal sealed class Visitors(IOptions<EdgeOptions> options)
{
    private const string RequestId = "X-Request-Id";
    private const int LongestId = 64;

    private readonly IPNetwork[] _trusted = [.. options.Value.TrustedProxies.Select(Network)];

    public static Task Recognise(HttpContext http, RequestDelegate next)
    {
        var (request, visitors) = (http.Request, http.RequestServices.GetRequiredService<Visitors>());
        visitors.TakeForwarded(http);
        var given = request.Headers[RequestId].ToString();
        if (given.Length is > 0 and <= LongestId && given.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            http.TraceIdentifier = given;
        }

        http.Response.Headers[RequestId] = http.TraceIdentifier;
        return next(http);
    }

    /// <summary>From the nearest proxy outwards, as far as each is trusted; what a stranger wrote is not believed.</summary>
    private void TakeForwarded(HttpContext http)
    {
        var headers = http.Request.Headers;
        var trusted = Trusts(http.Connection.RemoteIpAddress);
        var chain = headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var hop in chain.Reverse().Take(5).TakeWhile(_ => Trusts(http.Connection.RemoteIpAddress)))
        {
            if (!IPAddress.TryParse(hop, out var address))
            {
                break;
            }

            http.Connection.RemoteIpAddress = address;
        }

        if (trusted && headers["X-Forwarded-Proto"].ToString() is ("https" or "http") and var scheme)
        {
            http.Request.Scheme = scheme;
        }

        foreach (var name in new[] { "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded" })
        {
            headers.Remove(name);
        }
    }

    private bool Trusts(IPAddress? address) => address is not null
        && (IPAddress.IsLoopback(address) || Array.Exists(_trusted, network => network.Contains(Plain(address))));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"'{text}' in 'Edge:TrustedProxies' is neither an address nor a network like 10.0.0.0/8.");
}
