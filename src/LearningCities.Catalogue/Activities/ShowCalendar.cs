using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Configuration;

namespace LearningCities.Catalogue.Activities;

internal static class ShowCalendar
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/activities/{activityId:guid}/calendar", Handle)
        .WithName(nameof(ShowCalendar))
        .WithSummary("An activity for a calendar (iCalendar), in the reader's language; a cancelled one says so")
        .Produces<string>(contentType: "text/calendar")
        .AllowVisitors();

    private static async Task<Results<FileContentHttpResult, NotFound>> Handle(
        Guid activityId, CatalogueDb db, IConfiguration configuration, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Activities.AsNoTracking().ById(activityId, cancellation) is not { } activity)
        {
            return TypedResults.NotFound();
        }

        if (activity.StartsAt is null)
        {
            throw new RuleViolationException("activity-undated", $"'{activity.Title}' can be begun at any time and has no date.");
        }

        var city = await db.Set<KnownCity>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == activity.City, cancellation);
        var page = city is null ? null : new Uri(new Uri(configuration["PublicUrl"]!), $"{city.ShortName}/activities/{activity.Id}");
        var calendar = Of(activity, (await CityTime.Of(db, cancellation)).Zone, page, clock.GetUtcNow());
        var text = Folded(new CalendarSerializer().SerializeToString(calendar)!);
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", $"{activity.Id}.ics");
    }

    private static Calendar Of(Activity activity, TimeZoneInfo zone, Uri? page, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = "-//Learning Cities//Catalogue//EN", Method = "PUBLISH" };
        var starts = InZone(activity.StartsAt!.Value, zone);
        if (zone != TimeZoneInfo.Utc)
        {
            var since = (activity.StartsAt < now ? activity.StartsAt.Value : now).AddYears(-1); // its rules go on from there
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Id, since.UtcDateTime, false));
        }

        var entry = new CalendarEvent
        {
            Uid = $"{activity.Id}@learning-cities", // the same for ever, so that a change replaces what was added before
            DtStamp = new CalDateTime(now.UtcDateTime, CalDateTime.UtcTzId),
            Sequence = (int)activity.Version - 1,
            Status = activity.CancelledAt is null ? EventStatus.Confirmed : EventStatus.Cancelled,
            Summary = activity.Title.ToString(),
            Description = $"{activity.Summary}\n\n{activity.Description}".Trim().ReplaceLineEndings("\n"),
            Start = starts,
            End = activity.EndsAt is { } ends ? InZone(ends, zone) : null,
            Url = page ?? (activity.Link is { } link ? new Uri(link) : null),
            Categories = [activity.Kind],
        };
        if (activity.Venue is { } venue)
        {
            entry.Location = string.Join(", ", new[] { venue.Name, venue.Address }.Where(text => text.Length > 0));
            entry.GeographicLocation = new GeographicLocation(venue.Latitude, venue.Longitude);
        }

        calendar.Events.Add(entry);
        return calendar;
    }

    private static CalDateTime InZone(DateTimeOffset instant, TimeZoneInfo zone) => zone == TimeZoneInfo.Utc
        ? new(instant.UtcDateTime, CalDateTime.UtcTzId)
        : new(DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, zone).DateTime, DateTimeKind.Unspecified), zone.Id);

    /// <summary>Lines of at most 75 octets (RFC 5545, 3.1). The library counts letters, and an accented one has two octets.</summary>
    internal static string Folded(string calendar)
    {
        var folded = new StringBuilder();
        foreach (var line in calendar.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd().Split("\r\n"))
        {
            var octets = 0;
            foreach (var letter in line.EnumerateRunes())
            {
                if (octets + letter.Utf8SequenceLength > 75)
                {
                    folded.Append("\r\n ");
                    octets = 1;
                }

                folded.Append(letter);
                octets += letter.Utf8SequenceLength;
            }

            folded.Append("\r\n");
        }

        return folded.ToString();
    }
}
