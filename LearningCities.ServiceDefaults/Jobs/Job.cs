using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// Work that an operator asks for on the command line, for instance <c>--import FILE --city szeged</c>. It runs in the process
/// that serves the data folder (a running one is asked over a socket), says how far it is, and is safe to stop and repeat.
/// </summary>
public interface IJob
{
    /// <summary>Runs to the end; each line written shows at the operator's.</summary>
    /// <param name="arguments">The words after the job's name, by option: <c>city</c> to <c>szeged</c>. The job's own value is
    /// under its own name.</param>
    /// <returns>0 when all went well, as a process says it.</returns>
    Task<int> Run(IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation);
}

/// <summary>A job's name on the command line, and the sentence that explains it.</summary>
/// <param name="Name">As in <c>--import</c>, without the dashes.</param>
/// <param name="Help">One sentence.</param>
/// <param name="Make">Makes it, for one run.</param>
/// <param name="WhileRunning">Whether it may run in a process that serves.</param>
public sealed record JobOf(string Name, string Help, Func<IServiceProvider, IJob> Make, bool WhileRunning = true);

public static class AddingJobs
{
    /// <summary>Adds a job; it is made anew for each run, in a scope of its own.</summary>
    public static IServiceCollection AddJob<TJob>(
        this IServiceCollection services, string name, string help, bool whileRunning = true)
        where TJob : class, IJob => services
            .AddScoped<TJob>()
            .AddSingleton(new JobOf(name, help, scope => scope.GetRequiredService<TJob>(), whileRunning));
}
