using System.Diagnostics;
using System.Globalization;
using LearningCities.Badges.Issuing;
using LearningCities.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Benchmarks;

internal sealed class BadgeBenchmark : IBenchmark
{
    public string Name => "badges";

    public string What => "ES256 with an issuer's kept key, against openssl speed ecdsap256 on one core";

    public async Task Run(int size, Report report)
    {
        await using var suite = new RunningSuite("badges");
        await suite.InitializeAsync();
        var keys = suite.Services.GetRequiredService<IssuerKeys>();
        var key = await keys.Current(Guid.CreateVersion7(), Guid.CreateVersion7(), CancellationToken.None);
        var data = new byte[900]; // about a credential
        var signature = keys.Sign(key, data);

        if (await OpenSsl() is not { } theirs)
        {
            Report.Progress("  openssl is not here; nothing to compare with");
            return;
        }

        var (sign, _) = await Rate.Of(Rate.Of(() => keys.Sign(key, data)), Rate.Of(() => { }));
        var (verify, _) = await Rate.Of(Rate.Of(() => keys.Verify(key, data, signature)), Rate.Of(() => { }));
        report.Rates("badges-sign", sign, theirs.Sign, goal: 0.8);
        report.Rates("badges-verify", verify, theirs.Verify, goal: 0.88);
    }

    private static async Task<(double Sign, double Verify)?> OpenSsl()
    {
        try
        {
            using var openssl = Process.Start(new ProcessStartInfo("openssl", "speed -seconds 3 ecdsap256")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (lines, _) = (await openssl.StandardOutput.ReadToEndAsync(), openssl.StandardError.ReadToEndAsync());
            var rates = lines.Split('\n').Last(line => line.Contains("nistp256", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2..];
            return (double.Parse(rates[0], CultureInfo.InvariantCulture), double.Parse(rates[1], CultureInfo.InvariantCulture));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
