using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LearningCities.Identity.Tokens;

/// <summary>
/// Wraps token keys with a ring of keys in this module's own database, apart from the one of Web's cookies, with which it may
/// share a process. The ring itself is locked with the certificate of the setting <c>Keys:Certificate</c> (a PKCS#12 file, its
/// password in <c>Keys:Password</c>): without one, who can read the database can read the keys.
/// </summary>
internal sealed class KeyWrapping : IDisposable
{
    private readonly ServiceProvider _ring;
    private readonly IDataProtector _protector;

    public KeyWrapping(IServiceProvider services, ILoggerFactory logs, IConfiguration configuration)
    {
        var ring = new ServiceCollection().AddSingleton(logs).AddLogging();
        var protection = ring.AddDataProtection().SetApplicationName("learning-cities.identity");
        ring.Configure<KeyManagementOptions>(options =>
            options.XmlRepository = new EntityFrameworkCoreXmlRepository<TokensDb>(services, logs));
        if (configuration["Keys:Certificate"] is { Length: > 0 } file)
        {
            protection.ProtectKeysWithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(file, configuration["Keys:Password"]));
        }

        _ring = ring.BuildServiceProvider();
        _protector = _ring.GetRequiredService<IDataProtectionProvider>().CreateProtector("token keys");
    }

    public string Wrap(byte[] key) => Convert.ToBase64String(_protector.Protect(key));

    public byte[] Unwrap(string wrapped) => _protector.Unprotect(Convert.FromBase64String(wrapped));

    public void Dispose() => _ring.Dispose();
}
