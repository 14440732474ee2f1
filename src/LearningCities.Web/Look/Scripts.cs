using System.Security.Cryptography;

namespace LearningCities.Web.Look;

/// <summary>The one script there is: what somebody may be about to type. Pages that have it say so; all work without it.</summary>
internal sealed class Scripts
{
    /// <summary>What else than <see href="https://www.w3.org/TR/CSP3/">the usual policy</see> its pages need: it, and to ask.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    private readonly byte[] _suggest = Stylesheets.Read("suggest.js");

    public Scripts() => Suggest = $"/assets/suggest.{Convert.ToHexStringLower(SHA256.HashData(_suggest))[..10]}.js";

    /// <summary>Its address, which changes with what is in it: it is kept for ever.</summary>
    public string Suggest { get; }

    public static void Map(IEndpointRouteBuilder app) => app
        .MapMethods("/assets/suggest.{hash}.js", ["GET", "HEAD"], (string hash, Scripts all, HttpContext http) =>
            all.Suggest == $"/assets/suggest.{hash}.js" ? Stylesheets.Kept(http, all._suggest, "text/javascript; charset=utf-8") : Results.NotFound())
        .AllowAnonymous().ExcludeFromDescription();
}
