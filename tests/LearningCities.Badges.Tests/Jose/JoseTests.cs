using System.ComponentModel;
using System.Diagnostics;

namespace LearningCities.Badges.Tests.Jose;

/// <summary>What we sign, checked by somebody else's code: npm's jose, in a process of its own, over HTTP.</summary>
public sealed class JoseTests(BadgesSuite suite) : IDisposable
{
    private readonly City _city = suite.NewCity();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-jose-");

    [Fact]
    public async Task Jose_verifies_signature_and_status_and_refuses_a_changed_badge()
    {
        await InstallJose();
        var award = await _city.HasAwarded(Guid.CreateVersion7());
        var credential = Path.Combine(_folder.FullName, "badge.jwt");
        await File.WriteAllTextAsync(credential, await _city.CredentialOf(award), TestContext.Current.CancellationToken);

        var before = await Run("node", "verify.mjs", credential, suite.Address.ToString());
        await _city.Revokes(award);
        var after = await Run("node", "verify.mjs", credential, suite.Address.ToString());

        const string rest = "\"tampered\":\"ERR_JWS_SIGNATURE_VERIFICATION_FAILED\"";
        Assert.Equal((0, $$"""{"name":"Swimmer","alg":"ES256","bits":131072,"revoked":false,{{rest}}}"""), before);
        Assert.Equal((0, $$"""{"name":"Swimmer","alg":"ES256","bits":131072,"revoked":true,{{rest}}}"""), after);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task InstallJose()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Jose", "verify.mjs"), Path.Combine(_folder.FullName, "verify.mjs"));
        try
        {
            var (code, said) = await Run("npm", "install", "jose@6", "--no-audit", "--no-fund", "--prefix", ".");
            Assert.SkipUnless(code == 0, $"npm could not install jose: {said}");
        }
        catch (Win32Exception)
        {
            Assert.Skip("Node and npm are not installed.");
        }
    }

    private async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await said + await complained).Trim());
    }
}
