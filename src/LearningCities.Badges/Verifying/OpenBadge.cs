using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningCities.Badges.Verifying;

/// <summary>The content of a credential that somebody sent, read as an Open Badge 3.0.</summary>
internal sealed partial class OpenBadge(CompactJwt jwt)
{
    // The form of 2022 (VC 1.1) keeps the credential in a claim of its own, and must still be read.
    private readonly JsonElement _credential = jwt.Payload.Member("vc") is { ValueKind: JsonValueKind.Object } inner
        ? inner
        : jwt.Payload;

    public string? Id => _credential.Member("id").Text();

    public string? IssuerId => Issuer.Text() ?? Issuer.Member("id").Text();

    public string? IssuerName => Issuer.Member("name").Text();

    public JsonElement? Achievement => Subject.Member("achievement");

    /// <summary>The language that it says it is in; <c>und</c> where it says nothing we know.</summary>
    public string Language => Achievement.Member("inLanguage").Text() is { Length: 2 or 3 } tag && tag.All(char.IsAsciiLetter)
        ? tag
        : "und";

    public DateTimeOffset? ValidFrom =>
        _credential.Member("validFrom").Instant() ?? _credential.Member("issuanceDate").Instant();

    public DateTimeOffset? ValidUntil =>
        _credential.Member("validUntil").Instant() ?? _credential.Member("expirationDate").Instant();

    public JsonElement? Status => _credential.Member("credentialStatus");

    private JsonElement? Issuer => _credential.Member("issuer");

    private JsonElement? Subject => _credential.Member("credentialSubject");

    /// <summary>What of it is missing, or not as the standard wants it; null where all is well.</summary>
    public string? Fault()
    {
        var contexts = _credential.Member("@context").Texts();
        var types = _credential.Member("type").Texts();
        (string Where, bool IsRight)[] rules =
        [
            ("@context", contexts is ["https://www.w3.org/ns/credentials/v2" or "https://www.w3.org/2018/credentials/v1", _, ..]
                && BadgeContext().IsMatch(contexts[1])),
            ("type", types.Contains("VerifiableCredential")
                && types.Any(type => type is "OpenBadgeCredential" or "AchievementCredential")),
            ("id", Id is not null),
            ("issuer", IssuerId is not null),
            ("validFrom", ValidFrom is not null),
            ("validUntil", ValidUntil is not null || !HasEnd),
            ("credentialSubject", Subject.Member("type").Texts().Contains("AchievementSubject")),
            ("credentialSubject.id", Subject.Member("id").Text() is not null
                || Subject.Member("identifier").Is(JsonValueKind.Array)),
            ("credentialSubject.achievement", Achievement.Member("type").Texts().Contains("Achievement")),
            ("credentialSubject.achievement.id", Achievement.Member("id").Text() is not null),
            ("credentialSubject.achievement.name", Achievement.Member("name").Text() is not null),
            ("credentialSubject.achievement.description", Achievement.Member("description").Text() is not null),
            ("credentialSubject.achievement.criteria", Achievement.Member("criteria").Is(JsonValueKind.Object)),
            ("iss", Same("iss", IssuerId)),
            ("jti", Same("jti", Id)),
            ("sub", Same("sub", Subject.Member("id").Text())),
            ("nbf", Same("nbf", ValidFrom)),
            ("exp", Same("exp", ValidUntil)),
        ];
        return rules.FirstOrDefault(rule => !rule.IsRight).Where;
    }

    private bool HasEnd => _credential.Member("validUntil") is not null || _credential.Member("expirationDate") is not null;

    // A claim beside the content may be left out, but it must not say anything else.
    private bool Same(string claim, string? content) =>
        jwt.Payload.Member(claim) is not { } said || ((JsonElement?)said).Text() == content;

    private bool Same(string claim, DateTimeOffset? content) =>
        jwt.Payload.Member(claim) is not { } said
        || (((JsonElement?)said).Number() is { } seconds && content is { } instant
            && Math.Abs(seconds - instant.ToUnixTimeMilliseconds() / 1000.0) < 1);

    [GeneratedRegex(@"\A(https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json|https://imsglobal\.github\.io/openbadges-specification/context\.json)\z")]
    private static partial Regex BadgeContext();
}
