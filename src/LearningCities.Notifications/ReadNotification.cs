namespace LearningCities.Notifications;

internal static class ReadNotification
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapPut("/{id:guid}/reading", Handle)
        .WithName(nameof(ReadNotification))
        .WithSummary("Say that a notification has been read; twice is the same")
        .RequireScope(Scopes.Read);

    private static async Task<Results<Ok<ListNotifications.Response>, NotFound>> Handle(
        Guid id, Caller caller, NotificationsDb db, TimeProvider clock, Texts texts, CancellationToken cancellation)
    {
        if (await db.Notifications.ById(id, cancellation) is not { } notification || notification.LearnerId != caller.Person)
        {
            return TypedResults.NotFound();
        }

        notification.Read(clock.GetUtcNow());
        return await db.Commit(TypedResults.Ok(ListNotifications.Response.Of(notification, texts)), cancellation);
    }
}
