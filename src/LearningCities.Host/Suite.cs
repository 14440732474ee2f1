using LearningCities.Badges;
using LearningCities.Catalogue;
using LearningCities.Gateway;
using LearningCities.Identity;
using LearningCities.Insight;
using LearningCities.Mobility;
using LearningCities.Notifications;
using LearningCities.Pathways;
using LearningCities.ServiceDefaults;
using LearningCities.Web;

namespace LearningCities.Host;

/// <summary>The suite: its modules, and how a process is made of some of them.</summary>
public static class Suite
{
    /// <summary>The names of all modules: what <c>--target</c> takes beside <c>all</c>.</summary>
    public static IReadOnlyList<string> Targets { get; } = [.. Modules(away: []).Select(module => module.Name)];

    /// <summary>
    /// Builds the process that <c>--target</c> asks for: one module, several with commas between, or <c>all</c>, which is
    /// what it does unasked. Tests call it, too; to see a check fail, a test takes a guarantee away in <c>change</c>.
    /// </summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var options = new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory };
        var builder = WebApplication.CreateBuilder(options);
        var here = Chosen(builder.Configuration["target"] ?? "all");
        var modules = Modules(away: [.. Targets.Except(here)]);
        var running = Array.FindAll(modules, module => here.Contains(module.Name));

        builder.AddServiceDefaults(Targets, here);
        builder.Services.AddSystemd(); // who starts us as a unit is told when we have started; anywhere else it does nothing
        Array.ForEach(modules, module => builder.Services.AddTexts(module.GetType().Assembly)); // to explain any problem
        Array.ForEach(running, module => module.AddServices(builder));
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseServiceDefaults(running.OfType<IEdge>().SingleOrDefault());
        Array.ForEach(running, module => module.MapEndpoints(app));
        return app;
    }

    /// <summary>Does what the command line asks for. A setting that is missing or wrong ends it with a sentence.</summary>
    /// <returns>0 when all went well.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (CommandLine.Parse(args) is not { } command)
        {
            return args.Any(arg => arg is "--help" or "-h" or "-?" or "--version") ? 0 : 2;
        }

        try
        {
            return await Commands.Run(command);
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or ArgumentException { ParamName: null })
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return 2;
        }
    }

    private static IModule[] Modules(IReadOnlyCollection<string> away) =>
    [
        new IdentityModule(),
        new CatalogueModule(),
        new PathwaysModule(),
        new BadgesModule(),
        new MobilityModule(),
        new NotificationsModule(),
        new InsightModule(),
        new WebModule(),
        new GatewayModule(away),
    ];

    private static string[] Chosen(string targets)
    {
        var names = targets.Split(',', StringSplitOptions.TrimEntries);
        var known = Targets.Prepend("all");
        return names.Except(known).FirstOrDefault() is { } unknown
            ? throw new ArgumentException($"Unknown target '{unknown}'. Targets: {string.Join(", ", known)}.")
            : [.. Targets.Where(target => names.Contains("all") || names.Contains(target))];
    }
}
