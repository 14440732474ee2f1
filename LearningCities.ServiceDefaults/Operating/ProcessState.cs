using System.Diagnostics;
using System.Reflection;
using LearningCities.ServiceDefaults.Operating;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LearningCities.ServiceDefaults;

/// <summary>What operators learn of a process beside its health and its queues.</summary>
/// <param name="Version">Of the program that runs.</param>
/// <param name="OpenCircuits">Whom it leaves alone for a moment, because they did not answer.</param>
/// <param name="Jobs">What it was asked to do on the command line, the latest first. What a command did beside it, it does not know.</param>
/// <param name="Indexes">What it keeps that is made of its tables.</param>
public sealed record ProcessState(
    string Version,
    DateTimeOffset StartedAt,
    IReadOnlyList<OpenCircuit> OpenCircuits,
    IReadOnlyList<JobDone> Jobs,
    IReadOnlyList<IndexStanding> Indexes);

/// <param name="To">Whose: a module or an engine.</param>
public sealed record OpenCircuit(string To, DateTimeOffset Since);

/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Said">Its last line so far.</param>
public sealed record JobDone(string Job, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int? Code, string Said);

/// <param name="IsElsewhere">Whether an engine of its own holds it, and not this process.</param>
/// <param name="BehindSeconds">How long ago it had all that the tables had.</param>
/// <param name="KeptAt">When it was last kept for the next start; null where it is not.</param>
/// <param name="Complaint">Why it does not answer just now; null while it does.</param>
public sealed record IndexStanding(
    bool IsElsewhere, long Things, long Bytes, double BehindSeconds, DateTimeOffset? KeptAt, string? Complaint);

/// <summary>A module that keeps something made of its tables says how that is.</summary>
public interface IKeepsIndex
{
    Task<IndexStanding> Look(CancellationToken cancellation);
}

public static class ProcessStates
{
    private static readonly string Version =
        typeof(ProcessStates).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static readonly DateTimeOffset StartedAt = Process.GetCurrentProcess().StartTime.ToUniversalTime();

    /// <summary>Shows operators how a part of the suite does. A module that has tables shows it anyway.</summary>
    /// <param name="part">As it is in the address, <c>/api/gateway/operations/process</c>.</param>
    public static RouteHandlerBuilder MapProcessState(this IEndpointRouteBuilder app, string part) => app
        .MapGet($"/api/{part}/operations/process", Show).RequireScope("operate").ExcludeFromDescription();

    internal static async Task<Ok<ProcessState>> Show(
        OpenCircuits circuits, JobLog jobs, IEnumerable<IKeepsIndex> indexes, CancellationToken cancellation) => TypedResults.Ok(new ProcessState(
            Version,
            StartedAt,
            circuits.Now,
            jobs.Latest,
            await Task.WhenAll(indexes.Select(index => index.Look(cancellation)))));
}
