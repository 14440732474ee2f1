namespace LearningCities.Catalogue.Activities;

/// <summary>What is kept beside activities and shown with them: who offers them, and how many places are taken.</summary>
internal sealed record Beside(IReadOnlyDictionary<Guid, int> Taken, IReadOnlyDictionary<Guid, LocalizedText> Names)
{
    public static async Task<Beside> Of(CatalogueDb db, IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var (ids, organisers) = (activities.Select(a => a.Id).ToList(), activities.Select(a => a.OrganisationId).Distinct().ToList());
        return new(
            await db.Seats.AsNoTracking()
                .Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Taken, cancellation),
            await db.Organisations.AsNoTracking()
                .Where(o => organisers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation));
    }

    /// <summary>Empty until Identity's event of that organisation has come.</summary>
    public LocalizedText OrganisationOf(Activity activity) =>
        activity.ExternalOrganiser is { } external ? new("en", external)
        : Names.GetValueOrDefault(activity.OrganisationId) ?? new([]);

    public int? PlacesLeftOf(Activity activity) => activity.PlacesLeft(Taken.GetValueOrDefault(activity.Id));
}
