using LearningCities.Host.Demo;
using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Calls;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;

namespace LearningCities.Host;

/// <summary>What the one binary can be asked to do.</summary>
internal static class Commands
{
    public static async Task<int> Run(CommandLine command) => command switch
    {
        { ExportOpenApi: { } file } => await ExportOpenApi(command, file),
        { Topology: true } => await DeployTopology(command),
        { Job: "doctor" } => await Examine(command),
        { Job: { } job } => await DoJob(command, job),
        { Migrate: true } => await Migrate(command),
        { SeedDemo: true } => await SeedDemo(command),
        _ => await Serve(command),
    };

    private static async Task<int> Serve(CommandLine command)
    {
        await using var app = Suite.Build([.. command.Settings, .. Demo(command)]);
        RefuseUnheardEvents(app.Configuration);
        if (Migrations.AtStart(app.Configuration))
        {
            await Migrations.Apply(app.Services, CancellationToken.None);
        }

        await app.StartAsync();
        if (command.Demo)
        {
            await Seed(app);
        }

        await Console.Out.WriteLineAsync($"Ready: {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> SeedDemo(CommandLine command)
    {
        await using var app = Suite.Build([.. command.Settings, "--demo=true"]);
        await app.StartAsync();
        await Seed(app);
        await app.StopAsync();
        return 0;
    }

    private static async Task Seed(WebApplication app)
    {
        try
        {
            await DemoCities.Seed(app.Services, Console.Out, app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Somebody stopped it; the next start makes what is missing.
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    private static async Task<int> Migrate(CommandLine command)
    {
        await using var app = Suite.Build(command.Settings);
        var applied = await Migrations.Apply(app.Services, CancellationToken.None);
        await Console.Out.WriteLineAsync($"Migrated: {applied} migrations applied.");
        return 0;
    }

    private static async Task<int> DeployTopology(CommandLine command)
    {
        await using var app = Suite.Build([.. command.Settings, "--topology=deploy"]);
        await Console.Out.WriteLineAsync($"Topology: {await TopologyDeployment.Run(app.Services)} queues are there.");
        return 0;
    }

    private static async Task<int> DoJob(CommandLine command, string job)
    {
        var arguments = command.Arguments.ToDictionary(
            argument => argument.Key,
            argument => argument.Key is "import" or "backup" or "restore" ? Path.GetFullPath(argument.Value) : argument.Value);
        if (await Jobs.AskRunning(command.Settings, job, arguments, Console.Out) is { } answer)
        {
            return answer;
        }

        await using var app = Suite.Build(command.Settings);
        if (job is not "restore" and not "doctor" && Migrations.AtStart(app.Configuration))
        {
            await Migrations.Apply(app.Services, CancellationToken.None);
        }

        return await Jobs.Run(app.Services, job, arguments, Console.Out, CancellationToken.None);
    }

    /// <summary>What keeps a process from being made at all is the first thing to mend.</summary>
    private static async Task<int> Examine(CommandLine command)
    {
        try
        {
            return await DoJob(command, "doctor");
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            await Console.Out.WriteLineAsync($"MEND  start: {mistake.Message}");
            await Console.Out.WriteLineAsync("Doctor: 1 thing looked at, 1 to mend. Then ask again.");
            return 1;
        }
    }

    private static async Task<int> ExportOpenApi(CommandLine command, string file)
    {
        var folder = Directory.CreateTempSubdirectory("learning-cities-");
        try
        {
            await using var app = Suite.Build([.. command.Settings, $"--data={folder}", "--urls=http://127.0.0.1:0"]);
            await Migrations.Apply(app.Services, CancellationToken.None);
            await app.StartAsync();
            await using var document = await app.Services.GetRequiredService<Neighbours>().To("gateway").GetStreamAsync("/openapi.json");
            await using (var written = File.Create(file))
            {
                await document.CopyToAsync(written);
            }

            await app.StopAsync();
            await Console.Out.WriteLineAsync(file);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Demo(CommandLine command)
    {
        if (!command.Demo)
        {
            return [];
        }

        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(command.Settings).Build();
        return settings["PublicUrl"] is null && settings["urls"]?.Split(';')[0] is { } address
            ? ["--demo=true", $"--PublicUrl={address}"] // what the demo prints and signs must lead to where it runs
            : ["--demo=true"];
    }

    private static void RefuseUnheardEvents(IConfiguration configuration)
    {
        if (configuration["target"] is { } target && target != "all" && configuration["events"] is null)
        {
            throw new InvalidOperationException(
                "Set --events=rabbitmq: modules that run elsewhere would not hear what happens here.");
        }
    }
}
