using Microsoft.Extensions.Configuration;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>Where the search engine is, and how it lets us in: the settings <c>Search:…</c>, where <c>search</c> is <c>elasticsearch</c>.</summary>
/// <param name="Prefix">Goes before the names of indexes, where several installations share an engine.</param>
/// <param name="Authorization">What is sent with each request; null where it lets everybody in.</param>
/// <param name="Fingerprint">SHA-256 of a certificate that has to be in the engine's chain; empty where the machine's trust decides.</param>
/// <param name="Authority">A PEM file with the authority that vouches for the engine; empty where the machine's trust decides.</param>
internal sealed record SearchOptions(Uri Url, string Prefix, string? Authorization, string Fingerprint, string Authority)
{
    private const int FingerprintLength = 64;

    /// <summary>Whether activities are searched elsewhere, not in this process.</summary>
    public static bool IsElsewhere(IConfiguration configuration) => configuration["search"] switch
    {
        null or "" or "embedded" => false,
        "elasticsearch" => true,
        var other => throw new InvalidOperationException($"Unknown --search '{other}'. Search: embedded, elasticsearch."),
    };

    public static SearchOptions Of(IConfiguration configuration)
    {
        var search = configuration.GetSection("Search");
        return new(
            Address(search["Url"]),
            Names(search["Prefix"] is { Length: > 0 } prefix ? prefix : "learning-cities"),
            SignIn(search["ApiKey"], search["User"], search["Password"]),
            Print(search["CertificateFingerprint"]),
            PemFile(search["CertificateAuthority"]));
    }

    private static Uri Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/")
            : throw new InvalidOperationException("Set 'Search:Url' to the engine's address, for instance https://search.example.org:9200.");

    private static string Names(string prefix) => prefix.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && char.IsAsciiLetterLower(prefix[0])
        ? prefix
        : throw new InvalidOperationException("Set 'Search:Prefix' to small letters, digits and hyphens, a letter first.");

    private static string? SignIn(string? key, string? user, string? password) => (key, user, password) switch
    {
        ({ Length: > 0 }, null or "", null or "") => $"ApiKey {key}",
        ({ Length: > 0 }, _, _) => throw new InvalidOperationException("Set 'Search:ApiKey', or 'Search:User' and 'Search:Password', not both."),
        (_, { Length: > 0 }, { Length: > 0 }) => $"Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{password}"))}",
        (_, { Length: > 0 }, _) => throw new InvalidOperationException("Set 'Search:Password': 'Search:User' has none."),
        (_, _, { Length: > 0 }) => throw new InvalidOperationException("Set 'Search:User': 'Search:Password' is nobody's."),
        _ => null,
    };

    private static string Print(string? fingerprint)
    {
        var print = (fingerprint ?? "").Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return print.Length is 0 || (print.Length == FingerprintLength && print.All(char.IsAsciiHexDigit))
            ? print
            : throw new InvalidOperationException("Set 'Search:CertificateFingerprint' to the SHA-256 of a certificate: 64 digits from 0 to f.");
    }

    private static string PemFile(string? file) => string.IsNullOrEmpty(file) || File.Exists(file)
        ? file ?? ""
        : throw new InvalidOperationException($"Set 'Search:CertificateAuthority' to a PEM file: there is no '{file}'.");
}
