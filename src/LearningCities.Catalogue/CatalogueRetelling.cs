using LearningCities.Catalogue.Activities;
using LearningCities.Catalogue.SignUps;

namespace LearningCities.Catalogue;

/// <summary>What the catalogue tells again: each activity and each place in one, and how it ended.</summary>
internal sealed class CatalogueRetelling : IRetelling<CatalogueDb>
{
    public IReadOnlyList<ToTell<CatalogueDb>> Things { get; } =
    [
        new(db => db.Activities.Select(activity => activity.Id), TellActivities),
        new(db => db.SignUps.Select(signUp => signUp.Id), TellSignUps),
    ];

    private static async Task TellActivities(CatalogueDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var activity in await db.Activities.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellation))
        {
            if (activity.CancelledAt is not { } cancelled)
            {
                db.Publish(activity.ToldPublished());
                continue;
            }

            // That it was cancelled was the last that happened to it: it is changed no more.
            db.Publish(activity.ToldPublished() with { Version = activity.Version - 1 });
            db.Publish(activity.ToldCancelled(cancelled));
        }
    }

    private static async Task TellSignUps(CatalogueDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var signUps = await db.SignUps.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellation);
        var wanted = signUps.Select(s => s.ActivityId).Distinct().ToList();
        var activities = await db.Activities.AsNoTracking()
            .Where(a => wanted.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        foreach (var signUp in signUps)
        {
            Tell(signUp, activities[signUp.ActivityId], db);
        }
    }

    private static void Tell(SignUp signUp, Activity activity, CatalogueDb db)
    {
        db.Publish(signUp.ToldMade(activity) with { Version = 1 });
        if (signUp.CancelledAt is { } cancelled)
        {
            // Who lost her place lost it in the moment in which the activity was cancelled.
            db.Publish(signUp.ToldCancelled(activity, cancelled, byOrganiser: cancelled == activity.CancelledAt));
        }
        else if (signUp.AttendedAt is { } attended)
        {
            db.Publish(signUp.ToldAttended(activity, attended));
        }
    }
}
