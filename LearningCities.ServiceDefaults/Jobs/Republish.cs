using System.Globalization;
using LearningCities.ServiceDefaults.Events;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// <c>--republish MODULE</c>, or <c>all</c>: the modules of this process say again what they are, to whoever was not there or
/// has lost it. It only fills their outboxes; whoever carries events carries these.
/// </summary>
internal sealed class Republish(IEnumerable<IRepublisher> modules) : IJob
{
    public const string Name = "republish";

    public async Task<int> Run(IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var wanted = arguments[Name];
        var chosen = modules.Where(module => wanted == "all" || wanted == module.Module).ToList();
        if (chosen.Count == 0)
        {
            var there = string.Join(", ", modules.Select(module => module.Module).Prepend("all"));
            await output.WriteLineAsync($"'{wanted}' has nothing to tell again here. Modules: {there}.");
            return 2;
        }

        var told = new List<string>();
        foreach (var module in chosen)
        {
            var things = await module.Run(output, cancellation);
            told.Add(string.Create(CultureInfo.InvariantCulture, $"{module.Module} {things:N0}"));
        }

        await output.WriteLineAsync($"Republished: {string.Join(", ", told)}.");
        return 0;
    }
}
