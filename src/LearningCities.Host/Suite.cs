using LearningCities.Badges;
using LearningCities.Catalogue;
using LearningCities.Identity;
using LearningCities.Insight;
using LearningCities.Mobility;
using LearningCities.Notifications;
using LearningCities.Pathways;
using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Data;

namespace LearningCities.Host;

/// <summary>The suite: its modules, and how a process is made of some of them.</summary>
public static class Suite
{
    private static IModule[] Modules =>
    [
        new IdentityModule(),
        new CatalogueModule(),
        new PathwaysModule(),
        new BadgesModule(),
        new MobilityModule(),
        new NotificationsModule(),
        new InsightModule(),
    ];

    /// <summary>The names of all modules: what <c>--target</c> takes beside <c>all</c>.</summary>
    public static IReadOnlyList<string> Targets => [.. Modules.Select(module => module.Name)];

    /// <summary>
    /// Builds the process that <c>--target</c> asks for: one module, several with commas between, or <c>all</c>, which is
    /// what it does unasked. Tests call it, too; to see a check fail, a test takes a guarantee away in <c>change</c>.
    /// </summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var options = new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory };
        var builder = WebApplication.CreateBuilder(options);
        var running = Chosen(builder.Configuration["target"] ?? "all");

        builder.AddServiceDefaults(Targets, [.. running.Select(module => module.Name)]);
        Array.ForEach(Modules, module => builder.Services.AddTexts(module.GetType().Assembly)); // to explain any problem
        Array.ForEach(running, module => module.AddServices(builder));
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseServiceDefaults();
        Array.ForEach(running, module => module.MapEndpoints(app));
        return app;
    }

    /// <summary>Runs the process until it is told to stop. With <c>--migrate</c> it only brings its tables up to date.</summary>
    public static async Task Run(string[] args)
    {
        const string migrate = "--migrate"; // taken out, because a setting without a value would swallow the next one
        await using var app = Build([.. args.Where(arg => arg != migrate)]);
        if (args.Contains(migrate) || Migrations.AtStart(app.Configuration))
        {
            await Migrations.Apply(app.Services, CancellationToken.None);
        }

        if (!args.Contains(migrate))
        {
            await app.RunAsync();
        }
    }

    private static IModule[] Chosen(string targets)
    {
        var names = targets.Split(',', StringSplitOptions.TrimEntries);
        var known = Targets.Prepend("all");
        return names.Except(known).FirstOrDefault() is { } unknown
            ? throw new ArgumentException($"Unknown target '{unknown}'. Targets: {string.Join(", ", known)}.")
            : [.. Modules.Where(module => names.Contains("all") || names.Contains(module.Name))];
    }
}
