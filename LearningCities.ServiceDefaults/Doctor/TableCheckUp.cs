using System.Runtime.CompilerServices;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults;

/// <summary>Where the tables are: the folder or the server, the migrations, the clock, what waits.</summary>
internal sealed class TableCheckUp(
    IEnumerable<ModuleDb> databases, IConfiguration configuration, IServiceProvider services, TimeProvider clock) : ICheckUp
{
    private const long LeastFree = 1024L * 1024 * 1024;

    private static readonly TimeSpan MostApart = TimeSpan.FromMinutes(1);

    public async IAsyncEnumerable<Finding> Look([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (configuration.TableEngine() is Engine.Sqlite)
        {
            foreach (var finding in Folder(services.GetRequiredService<DataFolder>().FullName))
            {
                yield return finding;
            }
        }

        var apart = TimeSpan.Zero;
        foreach (var db in databases)
        {
            var (finding, clocks) = await Of(db, cancellation);
            apart = clocks.Duration() > apart ? clocks.Duration() : apart;
            yield return finding;
        }

        yield return apart < MostApart
            ? new("clocks", Standing.Fine, "This machine and its databases agree.")
            : new("clocks", Standing.Mend, $"This machine and a database are {apart.TotalMinutes:0} minutes apart. Have both ask a time server: tokens and signatures would be over, or not yet begun.");
    }

    private static IEnumerable<Finding> Folder(string path)
    {
        Finding written;
        try
        {
            var trial = Path.Combine(path, $".doctor-{Guid.CreateVersion7():n}");
            File.WriteAllText(trial, "");
            File.Delete(trial);
            written = new("data", Standing.Fine, $"{path} can be written");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            written = Finding.Silent("data", fault, $"Let this user write in {path}, or choose another folder with --data.");
        }

        yield return written;
        var free = new DriveInfo(path).AvailableFreeSpace;
        yield return free > LeastFree
            ? new("disk", Standing.Fine, $"{free / LeastFree} GiB are free")
            : new("disk", Standing.Mend, $"Less than 1 GiB is free below {path}. Make room: when it is full, nothing can be saved.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherExecute)) != 0)
        {
            yield return new("data", Standing.Mind, $"Everybody on this machine can look into {path}. It holds people's names and keys: chmod 700 it.");
        }
    }

    private async Task<(Finding, TimeSpan Apart)> Of(ModuleDb db, CancellationToken cancellation)
    {
        var about = $"tables of {db.Module}";
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();
            if (pending > 0)
            {
                return (Migrations.AtStart(configuration)
                    ? new(about, Standing.Mind, $"{pending} migrations are pending. The next start applies them.")
                    : new(about, Standing.Mend, $"{pending} migrations are pending. Run --migrate."), default);
            }

            var backlog = await Backlogs.Read(db, cancellation);
            var apart = await db.Now(cancellation) - clock.GetUtcNow();
            return (backlog.Parked > 0
                ? new(about, Standing.Mind, $"{backlog.Parked} events are put aside. Look at them on the operators' page.")
                : new(about, Standing.Fine, $"up to date, {backlog.OutboxPending} events on their way"), apart);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return (Finding.Silent(about, fault, $"Start the database, or correct 'ConnectionStrings:{db.Module}'."), default);
        }
    }
}
