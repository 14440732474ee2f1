using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace LearningCities.Badges.Verifying;

/// <summary>
/// The key that a credential brings along in its header. It proves that nobody has changed the content since; not who wrote
/// it, for anybody can make a key.
/// </summary>
internal static class EmbeddedKey
{
    private const int LargestModulus = 1024; // bytes; larger ones only keep us busy

    /// <summary>Null where there is none that we can use.</summary>
    public static bool? Verify(CompactJwt jwt)
    {
        var key = jwt.Header.Member("jwk");
        if (!key.Is(JsonValueKind.Object))
        {
            return null;
        }

        try
        {
            return (jwt.Header.Member("alg").Text(), key.Member("kty").Text()) switch
            {
                ("ES256", "EC") => VerifyElliptic(jwt, key),
                ("RS256", "RSA") => VerifyRsa(jwt, key),
                _ => null,
            };
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static bool VerifyElliptic(CompactJwt jwt, JsonElement? key)
    {
        using var parsed = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Bytes(key, "x"), Y = Bytes(key, "y") },
        });
        return parsed.VerifyData(jwt.Signed, jwt.Signature, HashAlgorithmName.SHA256);
    }

    private static bool VerifyRsa(CompactJwt jwt, JsonElement? key)
    {
        var (modulus, exponent) = (Bytes(key, "n"), Bytes(key, "e"));
        if (modulus.Length is < 256 or > LargestModulus || exponent.Length > 4)
        {
            return false;
        }

        using var parsed = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
        return parsed.VerifyData(jwt.Signed, jwt.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static byte[] Bytes(JsonElement? key, string name) =>
        Base64Url.DecodeFromChars(key.Member(name).Text() ?? throw new FormatException($"The key has no '{name}'."));
}
