using LearningCities.Web.Calls;
using Microsoft.AspNetCore.Diagnostics;

namespace LearningCities.Web.Pages;

/// <summary>Marks the endpoints that are read by people.</summary>
internal sealed record ForPeople;

/// <summary>What the edge refuses before a page begins is told as a page, and not as a document for programs.</summary>
internal sealed class PageProblems(Cities cities) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<IExceptionHandlerFeature>() is not { } failed
            || failed.Endpoint?.Metadata.GetMetadata<ForPeople>() is null)
        {
            return false;
        }

        var city = failed.RouteValues?["city"] as string;
        Visits.Announce(httpContext, await Known(city, cancellationToken));
        var problem = exception as ProblemException;
        await Render.Stop(httpContext, problem?.Status ?? StatusCodes.Status500InternalServerError, problem?.RetryAfter);
        return true;
    }

    private async Task<City?> Known(string? city, CancellationToken cancellation)
    {
        try
        {
            return city is null ? null : await cities.Find(city, cancellation);
        }
        catch (Turn)
        {
            return null;
        }
    }
}
