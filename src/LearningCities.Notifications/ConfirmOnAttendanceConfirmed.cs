using LearningCities.Contracts.Catalogue;

namespace LearningCities.Notifications;

internal sealed class ConfirmOnAttendanceConfirmed(NotificationsDb db) : IEventHandler<AttendanceConfirmed>
{
    public async Task Handle(AttendanceConfirmed happened, CancellationToken cancellation)
    {
        var notification = await db.About(happened.SignUpId, happened.LearnerId, cancellation);
        notification.Tell(new News(Kinds.AttendanceConfirmed, happened.ActivityTitle, happened.At, happened.Version));
    }
}
