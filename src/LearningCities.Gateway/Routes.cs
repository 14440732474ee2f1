using Microsoft.Extensions.Configuration;
using Yarp.ReverseProxy.Configuration;

namespace LearningCities.Gateway;

/// <summary>Where requests go whose module runs elsewhere. Paths stay as they are.</summary>
internal static class Routes
{
    public static (IReadOnlyList<RouteConfig>, IReadOnlyList<ClusterConfig>) To(
        IEnumerable<string> modules, IConfiguration configuration)
    {
        var routes = new List<RouteConfig>();
        var clusters = new List<ClusterConfig>();
        foreach (var module in modules)
        {
            clusters.Add(Cluster(module, configuration));
            routes.AddRange(PathsOf(module).Select((path, i) => new RouteConfig
            {
                RouteId = $"{module}-{i}",
                ClusterId = module,
                Match = new RouteMatch { Path = path },
                AuthorizationPolicy = "anonymous", // the module itself says who may
                Order = module == "web" ? 1_000 : 0,
            }));
        }

        return (routes, clusters);
    }

    private static IEnumerable<string> PathsOf(string module) => module switch
    {
        "web" => ["/{**rest}"],
        "identity" => ["/api/identity/{**rest}", "/openapi/identity.json", "/.well-known/openid-configuration", "/.well-known/jwks"],
        _ => [$"/api/{module}/{{**rest}}", $"/openapi/{module}.json"],
    };

    /// <summary>The addresses that service discovery knows: <c>services:badges:http:0</c> and on.</summary>
    private static ClusterConfig Cluster(string module, IConfiguration configuration)
    {
        var replicas = configuration.GetSection($"services:{module}:http").GetChildren().ToList();
        return replicas.Count == 0
            ? throw new InvalidOperationException($"Set 'services:{module}:http:0' to the address of {module}.")
            : new ClusterConfig
            {
                ClusterId = module,
                LoadBalancingPolicy = "PowerOfTwoChoices",
                HttpRequest = new() { ActivityTimeout = TimeSpan.FromSeconds(30) },
                HealthCheck = new HealthCheckConfig
                {
                    AvailableDestinationsPolicy = "HealthyOrPanic",
                    Active = new ActiveHealthCheckConfig
                    {
                        Enabled = true,
                        Interval = TimeSpan.FromSeconds(5),
                        Timeout = TimeSpan.FromSeconds(3),
                        Policy = "ConsecutiveFailures",
                        Path = "/health/ready",
                    },
                    Passive = new PassiveHealthCheckConfig { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(5) },
                },
                Destinations = replicas.ToDictionary(
                    replica => replica.Key, replica => new DestinationConfig { Address = replica.Value! }),
            };
    }
}
