using LearningCities.Contracts.Catalogue;

namespace LearningCities.Notifications;

internal sealed class ConfirmOnSignUpMade(NotificationsDb db) : IEventHandler<SignUpMade>
{
    public Task Handle(SignUpMade happened, CancellationToken cancellation)
    {
        var news = new News(Kinds.SignUpMade, happened.ActivityTitle, happened.At, happened.Version);
        return db.TellAndWrite(happened.SignUpId, happened.LearnerId, news, cancellation);
    }
}
