using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// Leaves out calls that belong to nothing: each relay and each gauge asks its database every second, and within minutes a
/// dashboard would hold nothing else.
/// </summary>
internal sealed class LoneCalls : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) => new(
        samplingParameters.Kind is ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
}

internal static class SamplingLoneCalls
{
    /// <summary>Only where the operator has not chosen another sampler: all of them is also what Aspire asks for.</summary>
    public static TracerProviderBuilder WithoutLoneCalls(this TracerProviderBuilder tracing, IConfiguration configuration) =>
        configuration["OTEL_TRACES_SAMPLER"] is null or "always_on" or "parentbased_always_on"
            ? tracing.SetSampler(new ParentBasedSampler(new LoneCalls())) // asked only about what has no parent
            : tracing;
}
