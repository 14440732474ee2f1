using LearningCities.ServiceDefaults.Events;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(LearningCities.Catalogue.Tests.CatalogueSuite))]

namespace LearningCities.Catalogue.Tests;

/// <summary>The catalogue alone in its process. All tests share it, at the same time: each has a city of its own.</summary>
public sealed class CatalogueSuite() : RunningSuite("catalogue", Listen), IAsyncLifetime
{
    /// <summary>A city whose time zone the catalogue knows.</summary>
    public async Task<City> NewCityIn(string timeZone)
    {
        var city = NewCity();
        await Deliver(new CityChanged(city.Id, 1, $"city-{city.Id:n}", new LocalizedText("en", "Somewhere"), timeZone));
        return city;
    }

    private static void Listen(WebApplicationBuilder builder)
    {
        ListenerModule.AlsoHandles<ActivityPublished, HearActivityPublished>(builder);
        ListenerModule.AlsoHandles<ActivityCancelled, HearActivityCancelled>(builder);
        ListenerModule.AlsoHandles<SignUpMade, HearSignUpMade>(builder);
        ListenerModule.AlsoHandles<SignUpCancelled, HearSignUpCancelled>(builder);
        ListenerModule.AlsoHandles<AttendanceConfirmed, HearAttendanceConfirmed>(builder);
    }

    private sealed class HearActivityPublished(EventsOf<ActivityPublished> events) : Hear<ActivityPublished>(events);

    private sealed class HearActivityCancelled(EventsOf<ActivityCancelled> events) : Hear<ActivityCancelled>(events);

    private sealed class HearSignUpMade(EventsOf<SignUpMade> events) : Hear<SignUpMade>(events);

    private sealed class HearSignUpCancelled(EventsOf<SignUpCancelled> events) : Hear<SignUpCancelled>(events);

    private sealed class HearAttendanceConfirmed(EventsOf<AttendanceConfirmed> events) : Hear<AttendanceConfirmed>(events);

    private abstract class Hear<TEvent>(EventsOf<TEvent> events) : IEventHandler<TEvent> where TEvent : IEvent
    {
        public Task Handle(TEvent happened, CancellationToken cancellation)
        {
            events.Add(happened);
            return Task.CompletedTask;
        }
    }
}
