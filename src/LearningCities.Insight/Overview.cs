namespace LearningCities.Insight;

/// <summary>Counts what was there in a period. What each number means is in this module's README.</summary>
internal sealed class Overview(InsightDb db, Period period)
{
    public async Task<ShowOverview.Response> Show(CancellationToken cancellation)
    {
        var activities = await Activities(cancellation);
        var seats = (await db.Organisations.Select(o => o.District).Distinct().ToListAsync(cancellation)).ToHashSet();
        var places = activities.Keys.ToHashSet();

        var signUps = (await Figures.Of(SignUps, period, places, cancellation)).Hide(withMonths: true);
        var attendances = (await Figures.Of(Attendances, period, places, cancellation)).Hide(withMonths: false);
        var badges = (await Figures.Of(Badges, period, seats, cancellation)).Hide(withMonths: true);
        var placements = (await Figures.Of(Placements, period, seats, cancellation)).Hide(withMonths: false);

        Figures.Shown[] people = [signUps, attendances, badges, placements];
        var districts = people.SelectMany(shown => shown.Districts.Keys).Union(places).Order(StringComparer.Ordinal);
        return new ShowOverview.Response(
            period.From,
            period.To,
            SmallNumbers.Least,
            new(activities.Values.Sum(), signUps.Total, attendances.Total, badges.Total, placements.Total),
            [.. districts.Select(district => new ShowOverview.DistrictShown(
                district,
                activities.GetValueOrDefault(district),
                signUps.Districts.GetValueOrDefault(district),
                attendances.Districts.GetValueOrDefault(district),
                badges.Districts.GetValueOrDefault(district),
                placements.Districts.GetValueOrDefault(district)))],
            [.. period.Months.Select((month, i) => new ShowOverview.MonthShown(month.Name, signUps.Months[i], badges.Months[i]))]);
    }

    /// <summary>How many activities there were to take part in, by district. They are no people: small numbers are shown.</summary>
    private Task<Dictionary<string, int>> Activities(CancellationToken cancellation) => db.Activities
        .Where(a => !a.Cancelled)
        .Where(a => a.StartsAt == null || a.StartsAt < period.Ends)
        .Where(a => a.EndsAt == null || a.EndsAt >= period.Starts)
        .GroupBy(a => a.District)
        .Select(group => new { District = group.Key, Count = group.Count() })
        .ToDictionaryAsync(group => group.District, group => group.Count, cancellation);

    private IQueryable<Figures.Event> SignUps => db.SignUps
        .Where(s => s.MadeAt != null && !s.Cancelled)
        .Select(s => new Figures.Event { District = s.District, At = s.MadeAt!.Value });

    private IQueryable<Figures.Event> Attendances => db.SignUps
        .Where(s => s.AttendedAt != null && !s.Cancelled)
        .Select(s => new Figures.Event { District = s.District, At = s.AttendedAt!.Value });

    private IQueryable<Figures.Event> Badges =>
        from award in db.Awards
        where award.AwardedAt != null && !award.Revoked
        join known in db.Organisations on award.OrganisationId equals known.Id into seats
        from seat in seats.DefaultIfEmpty() // news of the organisation may come later
        select new Figures.Event { District = seat == null ? "" : seat.District, At = award.AwardedAt!.Value };

    private IQueryable<Figures.Event> Placements =>
        from placement in db.Placements
        where placement.AgreedAt != null && !placement.CameToNothing
        join known in db.Organisations on placement.OrganisationId equals known.Id into seats
        from seat in seats.DefaultIfEmpty()
        select new Figures.Event { District = seat == null ? "" : seat.District, At = placement.AgreedAt!.Value };
}
