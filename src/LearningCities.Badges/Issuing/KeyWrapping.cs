using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCities.Badges.Issuing;

/// <summary>
/// Wraps issuers' keys with a ring of this module's own: the process's other rings (cookies) belong to others, and have
/// another life.
/// </summary>
internal sealed class KeyWrapping : IDisposable
{
    private readonly ServiceProvider _ownServices;
    private readonly IDataProtector _protector;

    public KeyWrapping(WrappingKeys keys, IOptions<BadgesOptions> options, ILoggerFactory logs)
    {
        var services = new ServiceCollection().AddSingleton(logs).AddLogging();
        services.Configure<KeyManagementOptions>(ring => ring.XmlRepository = keys);
        var protection = services.AddDataProtection().SetApplicationName("LearningCities.Badges"); // alike for all replicas
        if (options.Value.CertificateFile is { Length: > 0 } file)
        {
            protection.ProtectKeysWithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(file, options.Value.CertificatePassword));
        }

        _ownServices = services.BuildServiceProvider();
        _protector = _ownServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("issuer keys");
    }

    public byte[] Wrap(Guid id, ECDsa key) => For(id).Protect(key.ExportPkcs8PrivateKey());

    public ECDsa Unwrap(IssuerKey key)
    {
        var parsed = ECDsa.Create();
        parsed.ImportPkcs8PrivateKey(For(key.Id).Unprotect(key.WrappedKey), out _);
        return parsed;
    }

    public void Dispose() => _ownServices.Dispose();

    // A wrapped key that was copied to another row opens nothing there.
    private IDataProtector For(Guid id) => _protector.CreateProtector(id.ToString());
}
