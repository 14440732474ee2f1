using LearningCities.Contracts.Catalogue;

namespace LearningCities.Pathways;

/// <summary>Who took part in an activity has done the step that it is on her pathways.</summary>
internal sealed class CreditOnAttendanceConfirmed(PathwaysDb db, TimeProvider clock) : IEventHandler<AttendanceConfirmed>
{
    public async Task Handle(AttendanceConfirmed happened, CancellationToken cancellation)
    {
        var learner = await db.Learner(happened.LearnerId, cancellation);
        if (!learner.Attend(happened.ActivityId, happened.At))
        {
            return;
        }

        await db.SaveChangesAsync(cancellation); // holds her row: who adds the step now is seen below, or decides again
        var pathways = await db.With(happened.ActivityId)
            .Where(p => p.LearnerId == happened.LearnerId)
            .ToListAsync(cancellation);
        foreach (var pathway in pathways)
        {
            pathway.Credit(happened.ActivityId, happened.At);
            db.Settle(pathway, clock.GetUtcNow());
        }
    }
}
