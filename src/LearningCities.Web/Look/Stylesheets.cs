using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LearningCities.Web.Look;

/// <summary>The stylesheet, and each city's two hues. Their addresses change with what is in them, so they are kept for ever.</summary>
internal sealed class Stylesheets
{
    private const string Css = "text/css; charset=utf-8";

    private readonly byte[] _look = Read("look.css");

    public Stylesheets() => Look = $"/assets/look.{Convert.ToHexStringLower(SHA256.HashData(_look))[..10]}.css";

    /// <summary>The stylesheet's address.</summary>
    public string Look { get; }

    /// <summary>The address of a city's colours.</summary>
    public static string Hues(City city) => string.Create(CultureInfo.InvariantCulture, $"/assets/hues.{city.Hue}-{city.AccentHue}.css");

    public static void Map(IEndpointRouteBuilder app)
    {
        var assets = app.MapGroup("/assets").AllowAnonymous().ExcludeFromDescription();
        assets.MapMethods("/look.{hash}.css", ["GET", "HEAD"], (string hash, Stylesheets all, HttpContext http) =>
            all.Look == $"/assets/look.{hash}.css" ? Kept(http, all._look, Css) : Results.NotFound());
        assets.MapMethods("/hues.{hue:int:range(0,360)}-{accent:int:range(0,360)}.css", ["GET", "HEAD"], (int hue, int accent, HttpContext http) =>
            Kept(http, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[data-brand]{{--city:{hue};--city2:{accent}}}")), Css));
    }

    internal static byte[] Read(string name)
    {
        using var stream = typeof(Stylesheets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal static IResult Kept(HttpContext http, byte[] bytes, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(bytes, type);
    }
}
