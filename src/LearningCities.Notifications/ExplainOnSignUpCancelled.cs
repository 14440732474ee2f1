using LearningCities.Contracts.Catalogue;

namespace LearningCities.Notifications;

internal sealed class ExplainOnSignUpCancelled(NotificationsDb db) : IEventHandler<SignUpCancelled>
{
    public async Task Handle(SignUpCancelled happened, CancellationToken cancellation)
    {
        if (happened.ByOrganiser)
        {
            var lost = new News(Kinds.ActivityCancelled, happened.ActivityTitle, happened.At, happened.Version);
            await db.TellAndWrite(happened.SignUpId, happened.LearnerId, lost, cancellation);
            return;
        }

        // She did it herself: what she was told of her place is put right, and nobody asks her to read it.
        var notification = await db.About(happened.SignUpId, happened.LearnerId, cancellation);
        if (notification.Tell(new News(Kinds.SignUpCancelled, happened.ActivityTitle, happened.At, happened.Version)))
        {
            notification.Read(happened.At);
        }
    }
}
