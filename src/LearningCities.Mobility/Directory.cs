namespace LearningCities.Mobility;

/// <summary>What cities and organisations are called, for an answer that names some of them.</summary>
internal sealed class Directory
{
    private readonly Dictionary<Guid, KnownCity> _cities;
    private readonly Dictionary<Guid, LocalizedText> _organisations;

    private Directory(Dictionary<Guid, KnownCity> cities, Dictionary<Guid, LocalizedText> organisations) =>
        (_cities, _organisations) = (cities, organisations);

    /// <summary>Null until the organisation's own module has told of it.</summary>
    public LocalizedText? Organisation(Guid id) => _organisations.GetValueOrDefault(id);

    /// <summary>Null until Identity has told of it.</summary>
    public KnownCity? City(Guid id) => _cities.GetValueOrDefault(id);

    public static async Task<Directory> Of(
        MobilityDb db, IEnumerable<Guid> cities, IEnumerable<Guid> organisations, CancellationToken cancellation) =>
        new(
            await db.Set<KnownCity>().AsNoTracking().Where(c => cities.Contains(c.Id))
                .ToDictionaryAsync(c => c.Id, cancellation),
            await db.Organisations.AsNoTracking().Where(o => organisations.Contains(o.Id))
                .ToDictionaryAsync(o => o.Id, o => o.Name, cancellation));

    public static Task<Directory> Of(MobilityDb db, IReadOnlyCollection<Placement> placements, CancellationToken cancellation) =>
        Of(
            db,
            [.. placements.SelectMany(p => p.Cities).Distinct()],
            [.. placements.SelectMany(p => new[] { p.SendingOrganisationId, p.HostOrganisationId }).Distinct()],
            cancellation);
}
