using LearningCities.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Suite.Tests.Republishing;

/// <summary>All modules in one process, and a story in it in which every kind of event has happened. Its day can be chosen.</summary>
public sealed class RepublishedSuite : RunningSuite, IAsyncLifetime
{
    private readonly Calendar _calendar;
    private readonly HashSet<Guid> _forgotten = [];

    public RepublishedSuite() : this(new Calendar())
    {
    }

    private RepublishedSuite(Calendar calendar) : base(
        "all",
        builder => builder.Services.AddSingleton<TimeProvider>(calendar),
        settings: ["--Edge:AnonymousPerMinute=1000000", "--Edge:CallerPerMinute=1000000"]) => _calendar = calendar;

    internal ManyTurns Story { get; private set; } = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Story = new ManyTurns(this, await HasCity("Szeged", "Europe/Budapest"), await HasCity("Ljubljana", "Europe/Ljubljana"));
        await Story.Happens(days => _calendar.DaysAhead = days);
        await IsSettled();
    }

    public Task IsSettled() => this.IsSettled(but: _forgotten);

    /// <summary>Has Insight be as on the first day, with nothing and nothing heard.</summary>
    public async Task ForgetsInsight()
    {
        _forgotten.UnionWith((await this.Told()).Select(told => told.Id));
        await this.Empty("insight", Story.Cities);
    }

    /// <summary>What an operator does, in the running process.</summary>
    public async Task<(int Code, string[] Said)> Run(string job, params (string Name, string Value)[] options)
    {
        using var said = new StringWriter();
        var arguments = options.ToDictionary(option => option.Name, option => option.Value);
        var code = await Jobs.Run(Services, job, arguments, said, CancellationToken.None, serving: true);
        return (code, said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<City> HasCity(string name, string zone)
    {
        var (_, said) = await Run("create-city", ("create-city", name), ("admin", $"admin@{name}.example"), ("time-zone", zone));
        return new City(this, Guid.Parse(said[0].Split(' ')[2]));
    }

    private sealed class Calendar : TimeProvider
    {
        public int DaysAhead { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var now = base.GetUtcNow().AddDays(DaysAhead);
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }
}
