using LearningCities.Contracts.Catalogue;

namespace LearningCities.Insight.Counting;

internal sealed class CountOnAttendanceConfirmed(InsightDb db) : IEventHandler<AttendanceConfirmed>
{
    public async Task Handle(AttendanceConfirmed happened, CancellationToken cancellation)
    {
        var signUp = await db.Counted(
            happened.SignUpId, city => new SignUp(happened.SignUpId, city, happened.District), cancellation);
        signUp.Attend(happened.At, happened.Version);
    }
}
