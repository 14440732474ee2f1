using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningCities.Catalogue.Tests.Searching;

/// <summary>A server with a certificate of its own authority, as engines make them when they are installed.</summary>
public sealed class TrustedEngineTests : IAsyncLifetime
{
    private readonly string _authorityFile = Path.GetTempFileName();
    private X509Certificate2 _authority = null!;
    private X509Certificate2 _certificate = null!;
    private WebApplication _engine = null!;

    [Fact]
    public async Task An_authority_that_nobody_knows_is_not_believed() =>
        Assert.Contains("does not answer", await Complaint(), StringComparison.Ordinal);

    [Fact]
    public async Task The_fingerprint_of_its_certificate_or_of_the_authority_is_enough_and_another_is_not()
    {
        Assert.Null(await Complaint(("Search:CertificateFingerprint", _certificate.GetCertHashString(HashAlgorithmName.SHA256))));
        var other = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        Assert.Contains("does not answer", await Complaint(("Search:CertificateFingerprint", other)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_authority_in_a_file_vouches_for_it_and_another_does_not()
    {
        Assert.Null(await Complaint(("Search:CertificateAuthority", _authorityFile)));

        using var other = Authority("Another");
        await File.WriteAllTextAsync(_authorityFile, other.ExportCertificatePem());
        Assert.Contains("does not answer", await Complaint(("Search:CertificateAuthority", _authorityFile)), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _authority = Authority("Engine");
        await File.WriteAllTextAsync(_authorityFile, _authority.ExportCertificatePem());
        _certificate = Certificate(_authority);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        builder.Logging.ClearProviders();
        _engine = builder.Build();
        _engine.MapGet("/", () => Results.Json(new { version = new { number = "8.0.0" } }));
        await _engine.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.StopAsync();
        await _engine.DisposeAsync();
        _certificate.Dispose();
        _authority.Dispose();
        File.Delete(_authorityFile);
    }

    private async Task<string?> Complaint(params (string Key, string Value)[] settings)
    {
        await using var services = Engines.At($"https://localhost:{new Uri(_engine.Urls.First()).Port}", "test", settings);
        return await Engines.In(services).Complaint(CancellationToken.None);
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Yesterday, Yesterday.AddDays(3));
    }

    private static X509Certificate2 Certificate(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, Yesterday, Yesterday.AddDays(2), RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    private static DateTimeOffset Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1);
}
