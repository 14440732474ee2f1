using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Operating;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults;

/// <summary>Runs what operators ask for.</summary>
public static class Jobs
{
    /// <summary>Runs a job of the modules in this process to its end.</summary>
    /// <returns>As a process says it: 0 when all went well.</returns>
    public static async Task<int> Run(
        IServiceProvider services,
        string name,
        IReadOnlyDictionary<string, string> arguments,
        TextWriter output,
        CancellationToken cancellation,
        bool serving = false)
    {
        var jobs = services.GetServices<JobOf>().ToList();
        if (jobs.Find(job => job.Name == name) is not { } job)
        {
            await output.WriteLineAsync($"There is no job '{name}' here. Jobs: {string.Join(", ", jobs.Select(j => j.Name).Order())}.");
            return 2;
        }

        if (serving && !job.WhileRunning)
        {
            await output.WriteLineAsync($"Stop the running suite first: --{name} needs the data folder to itself.");
            return 2;
        }

        return await services.GetRequiredService<JobLog>().Keep(name, output, async heard =>
        {
            await using var scope = services.CreateAsyncScope();
            return await job.Make(scope.ServiceProvider).Run(arguments, heard, cancellation);
        });
    }

    /// <summary>Has the running process that serves the data folder do the job, if there is one.</summary>
    /// <returns>The job's exit code; null where no process serves the folder.</returns>
    public static Task<int?> AskRunning(
        string[] settings, string job, IReadOnlyDictionary<string, string> arguments, TextWriter output) =>
        JobSocket.AskRunning(settings, job, arguments, output);

    internal static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobLog>();
        services.AddJob<VerifyTables>("verify", "Checks that the tables are whole");
        services.AddJob<Doctor>("doctor", "Checks the settings and says what to do");
        services.AddJob<Republish>(Republish.Name, "MODULE or all: tells the suite again what a module is, for one that missed it");
        services.AddCheckUp<AddressCheckUp>().AddCheckUp<SecretCheckUp>().AddCheckUp<TableCheckUp>().AddCheckUp<BrokerCheckUp>();
        if (configuration.TableEngine() is Engine.Sqlite)
        {
            services.AddJob<BackUp>("backup", "Copies everything into one file");
            services.AddJob<Restore>("restore", "Brings everything back from that file", whileRunning: false);
            services.AddHostedService<JobSocket>();
        }
        else
        {
            services.AddJob<AfterRestore>(AfterRestore.Name, "Makes tables that were restored from a dump ready to be served");
        }
    }
}
