using System.Diagnostics.Metrics;

namespace LearningCities.Identity.People;

/// <summary>What operators measure of signing in. Of whom it was, it knows nothing.</summary>
internal sealed class SignInMeter
{
    private readonly Counter<long> _failures;

    public SignInMeter(IMeterFactory meters)
    {
        _failures = meters.Create(Telemetry.Name).CreateCounter<long>(
            "city.sign_in.failures_total", description: "Addresses and passwords that did not belong together, or came too often");
        _failures.Add(0);
    }

    public void Failed() => _failures.Add(1);
}
