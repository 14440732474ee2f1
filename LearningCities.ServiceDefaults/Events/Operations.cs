using LearningCities.ServiceDefaults.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>What operators see and do in each module: how much waits, what is parked, handle it again or drop it.</summary>
internal static class Operations
{
    public static void Map(RouteGroupBuilder verbs, string module)
    {
        var operations = verbs.MapGroup("/operations").RequireScope("operate");
        operations.MapGet("/", (HttpContext http, CancellationToken cancellation) => Backlogs.Read(http.ModuleDb(), cancellation))
            .WithName($"{module}.ShowBacklog").WithSummary("How much waits to be told, and what is put aside");
        operations.MapGet("/process", ProcessStates.Show)
            .WithName($"{module}.ShowProcess").WithSummary("Which version runs, what it leaves alone, what it was asked to do, how its index is");
        operations.MapGet("/parked", List)
            .WithName($"{module}.ListParked").WithSummary("The events that no handler could deal with, oldest first");
        operations.MapPost("/parked/{handler}/{messageId:guid}/replay", Replay)
            .WithName($"{module}.ReplayParked").WithSummary("Handle a parked event once more");
        operations.MapPost("/parked/{handler}/{messageId:guid}/drop", Drop)
            .WithName($"{module}.DropParked").WithSummary("Drop a parked event for good, with the reason")
            .WithExample(new DropParked("It tells of an activity that was deleted by hand."));
    }

    private static async Task<Ok<Parked>> List(HttpContext http, CancellationToken cancellation)
    {
        var parked = await http.ModuleDb().Set<ParkedMessage>().AsNoTracking().OrderBy(p => p.ParkedAt).Take(100).ToListAsync(cancellation);
        return TypedResults.Ok(new Parked(
            [.. parked.Select(p => new ParkedEvent(p.Handler, p.MessageId, p.Type, p.Error.Split('\n')[0], p.ParkedAt))]));
    }

    private static async Task<Results<Ok, NotFound>> Replay(
        string handler, Guid messageId, HttpContext http, IEnumerable<Subscription> subscriptions, CancellationToken cancellation)
    {
        var parked = await Find(http.ModuleDb(), handler, messageId, cancellation);
        if (parked is null || subscriptions.FirstOrDefault(s => s.Handler == handler) is not { } subscription)
        {
            return TypedResults.NotFound();
        }

        try
        {
            await subscription.Replay(new EventMessage(parked.MessageId, parked.Type, parked.Body, null), cancellation);
            return TypedResults.Ok();
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !fault.IsPassing())
        {
            throw new RuleViolationException("still-cannot-be-handled", fault.Message, fault);
        }
    }

    private static async Task<Results<Ok, NotFound>> Drop(
        string handler, Guid messageId, DropParked request, HttpContext http, Caller caller, IAuditOfOperations audit,
        CancellationToken cancellation)
    {
        var db = http.ModuleDb();
        if (await Find(db, handler, messageId, cancellation) is not { } parked)
        {
            return TypedResults.NotFound();
        }

        audit.Dropped(caller.Subject, handler, messageId, request.Because);
        await db.InTransaction(
            () => db.Set<ParkedMessage>().Where(p => p.Handler == parked.Handler && p.MessageId == parked.MessageId)
                .ExecuteDeleteAsync(cancellation),
            cancellation);
        return TypedResults.Ok();
    }

    private static Task<ParkedMessage?> Find(ModuleDb db, string handler, Guid messageId, CancellationToken cancellation) =>
        db.Set<ParkedMessage>().AsNoTracking()
            .SingleOrDefaultAsync(p => p.Handler == handler && p.MessageId == messageId, cancellation);
}
