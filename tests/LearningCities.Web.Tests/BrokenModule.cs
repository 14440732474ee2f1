using LearningCities.ServiceDefaults;
using LearningCities.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace LearningCities.Web.Tests;

/// <summary>A page with a fault in it, for what people see then.</summary>
internal sealed class BrokenModule : IModule
{
    public string Name => "broken";

    public void AddServices(IHostApplicationBuilder builder)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder app) => app.MapGroup("").AllowAnonymous()
        .MapFile("/{city:city}/broken", (_, _) => throw new InvalidOperationException("The secret of this page is 4711."));
}
