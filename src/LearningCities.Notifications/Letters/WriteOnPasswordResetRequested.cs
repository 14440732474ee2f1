using LearningCities.Contracts.Identity;

namespace LearningCities.Notifications.Letters;

internal sealed class WriteOnPasswordResetRequested(NotificationsDb db) : IEventHandler<PasswordResetRequested>
{
    public async Task Handle(PasswordResetRequested happened, CancellationToken cancellation)
    {
        // No notification: who could read it is signed in and needs no new password.
        var news = new News(Kinds.PasswordReset, new LocalizedText([]), happened.RequestedAt, happened.Version);
        if (!await db.Letters.AnyAsync(letter => letter.About == happened.RequestId, cancellation))
        {
            db.Letters.Add(Letter.Of(happened.City, happened.PersonId, happened.RequestId, news));
        }
    }
}
