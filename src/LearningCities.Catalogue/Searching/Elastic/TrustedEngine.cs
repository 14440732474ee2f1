using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>Which certificates are believed: engines make their own authority when they are installed.</summary>
internal static class TrustedEngine
{
    public static SocketsHttpHandler Handler(SearchOptions options)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(2) };
        if (options.Authority.Length > 0)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(options.Authority);
            handler.SslOptions.CertificateChainPolicy = policy;
        }
        else if (options.Fingerprint.Length > 0)
        {
            // The authority is the engine's own, so the fingerprint alone decides; names and dates say no more than it does.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, _) => Has(options.Fingerprint, certificate, chain);
        }

        return handler;
    }

    private static bool Has(string fingerprint, X509Certificate? certificate, X509Chain? chain) =>
        (chain?.ChainElements.Select(element => (X509Certificate)element.Certificate) ?? []).Append(certificate).OfType<X509Certificate>()
            .Any(known => known.GetCertHashString(HashAlgorithmName.SHA256).Equals(fingerprint, StringComparison.OrdinalIgnoreCase));
}
