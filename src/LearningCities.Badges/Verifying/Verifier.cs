using System.Text.Json;
using LearningCities.Badges.Issuing;

namespace LearningCities.Badges.Verifying;

/// <summary>
/// Says of a credential what can be known here. Nothing is fetched from elsewhere: of a badge by an issuer that no city here
/// knows it says so, which is no fault of the badge's.
/// </summary>
internal sealed class Verifier(Signposts signposts, BadgesDb db, IssuerKeys keys, TimeProvider clock, Texts texts)
{
    /// <summary>The gravest says what the badge is worth; without any of them it is valid.</summary>
    private static readonly string[] ByGravity = ["invalid", "unknown-issuer", "revoked", "expired", "not-yet-valid"];

    public async Task<VerifyCredential.Response> Verify(string credential, CancellationToken cancellation)
    {
        var findings = new Findings(texts);
        if (!CompactJwt.TryRead(credential, out var jwt))
        {
            findings.Failed("readable");
            return new VerifyCredential.Response("invalid", findings.Checks, null, null, null);
        }

        findings.Passed("readable");
        var badge = new OpenBadge(jwt);
        var key = await KeyOf(jwt, cancellation);
        findings.Zone = await db.Zone(cancellation);
        string?[] verdicts =
        [
            CheckSchema(badge, findings),
            await CheckIssuer(key, badge, findings, cancellation),
            CheckSignature(key, jwt, findings),
            CheckDates(badge, findings),
            await CheckStatus(key, badge, findings, cancellation),
        ];
        var verdict = ByGravity.FirstOrDefault(verdicts.Contains) ?? "valid";
        return new VerifyCredential.Response(verdict, findings.Checks, Content(badge), In(badge, badge.IssuerName), badge.ValidFrom);
    }

    /// <summary>The key that the credential names, if an organisation here signs or has ever signed with it.</summary>
    private async Task<IssuerKey?> KeyOf(CompactJwt jwt, CancellationToken cancellation) =>
        jwt.Header.Member("kid").Text() is { } address && await signposts.Follow(address, cancellation)
            ? await db.IssuerKeys.SingleOrDefaultAsync(k => k.Address == address, cancellation)
            : null;

    private static string? CheckSchema(OpenBadge badge, Findings findings)
    {
        if (badge.Fault() is { } fault)
        {
            findings.Failed("schema", fault);
            return "invalid";
        }

        findings.Passed("schema");
        return null;
    }

    private async Task<string?> CheckIssuer(IssuerKey? key, OpenBadge badge, Findings findings, CancellationToken cancellation)
    {
        if (key is null)
        {
            // Whoever names an organisation of ours must have signed with its key.
            var pretends = badge.IssuerId is { } issuer && await signposts.Follow(issuer, cancellation);
            return pretends ? Pretends() : Unknown();
        }

        if (!key.Address.StartsWith($"{badge.IssuerId}/keys/", StringComparison.Ordinal))
        {
            return Pretends();
        }

        var name = await db.NameOf(key.OrganisationId, cancellation);
        findings.Passed("issuer", name.Count > 0 ? name : badge.IssuerId!);
        return null;

        string Pretends()
        {
            findings.Failed("issuer");
            return "invalid";
        }

        string Unknown()
        {
            findings.Warned("issuer");
            return "unknown-issuer";
        }
    }

    private string? CheckSignature(IssuerKey? key, CompactJwt jwt, Findings findings)
    {
        var fits = jwt.Header.Member("crit") is not null ? false // it wants something heeded that we do not know
            : key is null ? EmbeddedKey.Verify(jwt)
            : jwt.Header.Member("alg").Text() == "ES256" && keys.Verify(key, jwt.Signed, jwt.Signature);
        switch (fits)
        {
            case true:
                findings.Passed("signature");
                return null;
            case null:
                findings.Warned("signature");
                return null;
            case false:
                findings.Failed("signature");
                return "invalid";
        }
    }

    private string? CheckDates(OpenBadge badge, Findings findings)
    {
        var now = clock.GetUtcNow();
        if (badge.ValidFrom > now)
        {
            findings.Add("dates", "failed", "early", [findings.Day(badge.ValidFrom.Value)]);
            return "not-yet-valid";
        }

        if (badge.ValidUntil <= now)
        {
            findings.Add("dates", "failed", "over", [findings.Day(badge.ValidUntil.Value)]);
            return "expired";
        }

        if (badge.ValidUntil is { } end)
        {
            findings.Add("dates", "passed", "until", [findings.Day(end)]);
        }
        else
        {
            findings.Passed("dates");
        }

        return null;
    }

    private async Task<string?> CheckStatus(IssuerKey? key, OpenBadge badge, Findings findings, CancellationToken cancellation)
    {
        if (key is null || await ListedAt(badge.Status, cancellation) is not { } award)
        {
            findings.Warned("status");
            return null;
        }

        if (award.RevokedAt is { } revoked)
        {
            findings.Failed("status", findings.Day(revoked));
            return "revoked";
        }

        findings.Passed("status");
        return null;
    }

    /// <summary>The award in that place of that list. The list is our own, so there is no need to read it.</summary>
    private async Task<Award?> ListedAt(JsonElement? status, CancellationToken cancellation)
    {
        var list = status.Member("statusListCredential").Text()?.Split('/')[^1];
        return Guid.TryParse(list, out var id) && int.TryParse(status.Member("statusListIndex").Text(), out var index)
            ? await db.Awards.SingleOrDefaultAsync(a => a.StatusListId == id && a.StatusIndex == index, cancellation)
            : null;
    }

    private static VerifyCredential.Content? Content(OpenBadge badge)
    {
        var achievement = badge.Achievement;
        return achievement.Member("name").Text() is { } name
            ? new VerifyCredential.Content(
                In(badge, name)!,
                In(badge, achievement.Member("description").Text()),
                In(badge, achievement.Member("criteria").Member("narrative").Text()),
                achievement.Member("image").Member("id").Text() ?? achievement.Member("image").Text())
            : null;
    }

    private static LocalizedText? In(OpenBadge badge, string? text) =>
        text is null ? null : new LocalizedText(badge.Language, text);
}
