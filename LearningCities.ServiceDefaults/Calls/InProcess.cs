using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LearningCities.ServiceDefaults.Calls;

/// <summary>
/// The modules that share this process, and the pipeline that serves them. Only the composition root knows them; all others
/// ask for a neighbour and are connected the shortest way.
/// </summary>
public sealed class InProcess(IEnumerable<string> modules)
{
    private readonly HashSet<string> _modules = [.. modules];
    private RequestDelegate? _pipeline;

    internal RequestDelegate Pipeline => _pipeline ?? throw new InvalidOperationException("The process has not started yet.");

    internal bool Has(string module) => _modules.Contains(module);

    /// <summary>To be the very first in the pipeline: what comes after it is what a request in process goes through.</summary>
    internal void Capture(IApplicationBuilder app) => app.Use(next => _pipeline = next);
}
