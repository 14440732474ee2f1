using LearningCities.Web.Calls;
using LearningCities.Web.Forms;
using LearningCities.Web.Look;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;

namespace LearningCities.Web.Pages;

/// <summary>How an address becomes a page.</summary>
internal static class PageRoutes
{
    /// <summary>A page that is looked at. One that has a form answers its POST, too.</summary>
    /// <param name="pages">All of them.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="place">To which place of the header it belongs.</param>
    /// <param name="posts">Whether it has a form.</param>
    /// <param name="keeps">Whether it is the same for everybody who has not signed in, and is kept for them a moment.</param>
    /// <param name="suggests">Whether it has the one script there is, which others may not run.</param>
    public static void MapPage<TPage>(
        this IEndpointRouteBuilder pages, string path, Place place = Place.None, bool posts = false, bool keeps = false, bool suggests = false)
        where TPage : IComponent
    {
        pages.MapMethods(path, ["GET", "HEAD"], (RequestDelegate)(http => Answer(http, place, visit =>
            {
                if (suggests)
                {
                    http.Response.Headers.ContentSecurityPolicy = Scripts.Policy; // here: a kept page is not drawn
                }

                return keeps ? Render.Kept<TPage>(visit) : Render.Marked<TPage>(http);
            })))
            .WithMetadata(new ForPeople())
            .WithDisplayName($"{typeof(TPage).Name} {path}");
        if (posts)
        {
            // Forms alone: or what a program sends to an API of the same shape in the wrong type would end up here.
            pages.MapMethods(path, ["POST"], (RequestDelegate)(http => Answer(http, place, _ => Render.Page<TPage>(http))))
                .WithMetadata(new ForPeople())
                .WithDisplayName($"{typeof(TPage).Name} {path}")
                .WithMetadata(new AcceptsMetadata(["application/x-www-form-urlencoded", "multipart/form-data"]));
        }
    }

    /// <summary>Something else than a page: a calendar entry, a document.</summary>
    public static void MapFile(this IEndpointRouteBuilder pages, string path, Func<Visit, Api, Task<IResult>> get) =>
        pages.MapMethods(path, ["GET", "HEAD"], (RequestDelegate)(http => Answer(http, Place.None, async visit =>
            await (await get(visit, http.RequestServices.GetRequiredService<Api>())).ExecuteAsync(http))))
            .WithMetadata(new ForPeople());

    private static async Task Answer(HttpContext http, Place place, Func<Visit, Task> answer)
    {
        try
        {
            if (!await Visits.Begin(http, place))
            {
                return;
            }

            Visits.Of(http).Listen(); // here: what an awaited method sets ends with it
            await answer(Visits.Of(http));
        }
        catch (Turn turn) when (!http.Response.HasStarted)
        {
            await Take(turn, http);
        }
        catch (AntiforgeryValidationException) when (!http.Response.HasStarted)
        {
            await Render.Stop(http, StatusCodes.Status400BadRequest);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException && !http.Response.HasStarted)
        {
            await Render.Stop(http, e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception e) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Log.Failed(http.RequestServices.GetRequiredService<ILogger<Visit>>(), http.Request.Path, e);
            await Render.Stop(http, StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task Take(Turn turn, HttpContext http)
    {
        if (turn.Address is { } address)
        {
            http.Response.StatusCode = turn.Status;
            http.Response.Headers.Location = address;
            http.Response.Headers.CacheControl = "no-store";
        }
        else if (turn.Status == StatusCodes.Status401Unauthorized && Visits.Find(http) is { } visit)
        {
            await SignInFirst(visit);
        }
        else
        {
            Visits.Find(http)?.Listen();
            await Render.Stop(http, turn.Status);
        }
    }

    private static async Task SignInFirst(Visit visit)
    {
        visit.Listen();
        if (visit.Form.IsPosted)
        {
            visit.Http.Features.Set(visit with { Form = Form.Empty, Kept = [.. visit.Form.Sent], Place = Place.Me });
        }

        if (visit.InCity is null)
        {
            await Render.Stop(visit.Http, StatusCodes.Status401Unauthorized);
        }
        else if (visit.Form.IsPosted)
        {
            await Render.Instead<Accounts.SignIn>(visit.Http, StatusCodes.Status401Unauthorized);
        }
        else
        {
            await Take(Turn.To(visit.To("/sign-in") + QueryString.Create("next", visit.Here)), visit.Http);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "The page {Path} failed; the visitor is told so")]
    public static partial void Failed(ILogger log, string path, Exception why);
}
