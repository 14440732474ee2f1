using LearningCities.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(LearningCities.Identity.Tests.IdentitySuite))]

namespace LearningCities.Identity.Tests;

/// <summary>All tests share it, at the same time: each has a town of its own.</summary>
public sealed class IdentitySuite() : RunningIdentity(null), IAsyncLifetime;

/// <summary>Identity alone in its process.</summary>
public class RunningIdentity(Action<WebApplicationBuilder>? change, string target = "identity") : RunningSuite(
    target,
    change,
    settings: ["--Clients:web=web-secret", "--Clients:gateway=gateway-secret", "--Clients:notifications=notifications-secret"])
{
    /// <summary>Runs a job as an operator would, and gives what it said.</summary>
    public async Task<(int Code, string Said)> Run(string job, params (string Name, string Value)[] options)
    {
        var found = Services.GetServices<JobOf>().Single(j => j.Name == job);
        await using var scope = Services.CreateAsyncScope();
        using var said = new StringWriter();
        var arguments = options.ToDictionary(option => option.Name, option => option.Value);
        var code = await found.Make(scope.ServiceProvider).Run(arguments, said, CancellationToken.None);
        return (code, said.ToString());
    }

    /// <summary>A city as an operator makes it, with its first administrator, who has no password yet.</summary>
    public async Task<Town> HasTown(params (string Name, string Value)[] options)
    {
        var name = $"Town {Guid.CreateVersion7():n}";
        var admin = $"admin@{Guid.CreateVersion7():n}.example";
        var (_, said) = await Run("create-city", [("create-city", name), ("admin", admin), .. options]);
        var city = said.Split('\n')[0].Split(' ');
        return new Town(this, new City(this, Guid.Parse(city[2])), city[1], admin, said);
    }
}
