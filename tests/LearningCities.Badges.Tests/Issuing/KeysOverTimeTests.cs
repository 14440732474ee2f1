using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Badges.Tests.Issuing;

/// <summary>Suites of their own, each with a setting that the others must not have.</summary>
public sealed class KeysOverTimeTests
{
    [Fact]
    public async Task After_three_changes_of_keys_every_earlier_badge_can_be_verified()
    {
        await using var suite = new RunningSuite("badges", settings: ["--Badges:KeyLifetime=00:00:00"]); // a new key for each award
        await suite.InitializeAsync();
        var city = suite.NewCity();
        var badge = await city.HasBadge();

        var credentials = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            credentials.Add(await city.CredentialOf(await city.HasAwarded(badge, Guid.CreateVersion7())));
        }

        Assert.Distinct(credentials.Select(credential => (string?)new Jwt(credential).Header["kid"]));
        using var visitor = city.Anonymous();
        foreach (var credential in credentials)
        {
            var response = await visitor.PostAsJsonAsync("/api/badges/verifications", new { credential });
            Assert.Equal("valid", (await response.Content.ReadFromJsonAsync<Verification>())!.Verdict);
        }
    }

    [Fact]
    public async Task Nothing_is_awarded_before_somebody_has_chosen_the_public_address()
    {
        await using var suite = new RunningSuite("badges", settings: ["--Badges:AllowLocalIssuer=false"]);
        await suite.InitializeAsync();
        var city = suite.NewCity();
        var badge = await city.HasBadge();
        using var officer = city.Client(Sentences.Award);

        var response = await officer.Create($"/api/badges/{badge.Id}/awards", Sentences.Shown(Guid.CreateVersion7()));

        await Sentences.AssertRefused(HttpStatusCode.Conflict, "public-url-unset", response);
    }

    [Fact]
    public async Task After_a_restart_an_organisation_goes_on_with_its_key_which_a_certificate_wraps()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, Certificate(), TestContext.Current.CancellationToken);
        await using var suite = new RunningSuite(
            "badges", settings: [$"--Badges:CertificateFile={file}", "--Badges:CertificatePassword=secret"]);
        await suite.InitializeAsync();
        var city = suite.NewCity();
        var badge = await city.HasBadge();
        var before = new Jwt(await city.CredentialOf(await city.HasAwarded(badge, Guid.CreateVersion7())));

        await suite.Restart();
        var after = new Jwt(await city.CredentialOf(await city.HasAwarded(badge, Guid.CreateVersion7())));

        Assert.Equal((string?)before.Header["kid"], (string?)after.Header["kid"]);
        var ring = await Ring(suite);
        Assert.Contains("EncryptedData", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", ring, StringComparison.Ordinal); // the key in clear
        File.Delete(file);
    }

    private static byte[] Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=badges", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.Export(X509ContentType.Pkcs12, "secret");
    }

    private static async Task<string> Ring(RunningSuite suite)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetServices<ModuleDb>().First().Database;
        var rows = database.IsNpgsql()
            ? database.SqlQuery<string>($"SELECT xml AS \"Value\" FROM badges.wrapping_key")
            : database.SqlQuery<string>($"SELECT xml AS \"Value\" FROM wrapping_key");
        return string.Concat(await rows.ToListAsync());
    }
}
