using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Mobility.Tests;

/// <summary>Mobility on the day a test chooses; for a class of tests, which run one after another.</summary>
public sealed class SuiteOnAnyDay : RunningSuite, IAsyncLifetime
{
    private readonly Calendar _calendar;

    public SuiteOnAnyDay() : this(new Calendar())
    {
    }

    private SuiteOnAnyDay(Calendar calendar) : base("mobility", builder => builder.Services.AddSingleton<TimeProvider>(calendar)) =>
        _calendar = calendar;

    /// <summary>Has it be that day, at that hour (UTC).</summary>
    public void Is(DateOnly day, int hour = 12) => _calendar.Is(new DateTimeOffset(day, new TimeOnly(hour, 30), TimeSpan.Zero));

    private sealed class Calendar : TimeProvider
    {
        private TimeSpan _ahead;

        public void Is(DateTimeOffset now) => _ahead = now - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow()
        {
            var now = base.GetUtcNow() + _ahead;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }
}
