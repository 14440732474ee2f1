using System.Collections.Concurrent;
using LearningCities.Contracts.Identity;
using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningCities.Notifications.Tests.Letters;

/// <summary>Notifications with a real SMTP server, and three workers that compete for the letters.</summary>
public sealed class LettersSuite : IAsyncLifetime
{
    private readonly Lines _log = new();

    internal Mailbox Mailbox { get; } = new();

    public RunningSuite Suite { get; private set; } = null!;

    public string Logged => string.Join('\n', _log.All);

    public async ValueTask InitializeAsync()
    {
        if (await Mailbox.Missing() is null)
        {
            await Mailbox.Start();
            Suite = new RunningSuite("notifications", Configure);
            await Suite.InitializeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Suite is not null)
        {
            await Suite.DisposeAsync();
        }

        await Mailbox.DisposeAsync();
    }

    /// <summary>Tests that send letters begin with it.</summary>
    public async Task<City> NewCity()
    {
        var missing = await Mailbox.Missing();
        Assert.SkipWhen(missing is not null, missing ?? "");
        var city = Suite.NewCity();
        await Suite.Deliver(new CityChanged(city.Id, 1, $"c{city.Id:n}", new("en", "Szeged learns"), "Europe/Budapest"));
        return city;
    }

    /// <summary>Somebody whom Identity knows by this address; nobody else does.</summary>
    public Guid Person(string email, string language = "en", string name = "Lilla Kovács")
    {
        var id = Guid.CreateVersion7();
        Suite.IdentityAnswers($"/people/{id}/contact", new { name, email, language });
        return id;
    }

    public Task Award(City city, Guid learner) => Suite.Deliver(NotificationsSuite.Swimmer(city, learner));

    /// <summary>All that the module's tables hold of a city, as text.</summary>
    public async Task<string> Stored(City city)
    {
        await using var scope = Suite.Services.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(city.Id, "test");
        var db = scope.ServiceProvider.GetServices<ModuleDb>().Single(db => db.GetType().Name.EndsWith("NotificationsDb", StringComparison.Ordinal));
        await db.Database.OpenConnectionAsync();
        var stored = new List<string>();
        foreach (var table in db.Model.GetEntityTypes())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {(table.GetSchema() is { } schema ? schema + "." : "")}{table.GetTableName()}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                stored.AddRange(Enumerable.Range(0, rows.FieldCount).Select(i => $"{rows.GetValue(i)}"));
            }
        }

        return string.Join('\n', stored);
    }

    internal async Task<Counts> Count()
    {
        using var operating = Suite.NewCity().Client("operate");
        return (await operating.GetFromJsonAsync<Counts>("/api/notifications/letters"))!;
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["Clients:notifications"] = "a secret of this test";
        builder.Configuration["Notifications:Smtp:Host"] = "127.0.0.1";
        builder.Configuration["Notifications:Smtp:Port"] = $"{Mailbox.Port}";
        builder.Configuration["Notifications:Smtp:From"] = "Szeged learns <learn@szeged.example>";
        builder.Configuration["Notifications:Smtp:Tls"] = "None";
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log);
        var worker = builder.Services.Single(s => s.ImplementationType?.Name == "DeliverLetters");
        builder.Services.Add(ServiceDescriptor.Singleton(typeof(IHostedService), worker.ImplementationType!));
        builder.Services.Add(ServiceDescriptor.Singleton(typeof(IHostedService), worker.ImplementationType!));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

internal sealed record Counts(bool Server, int Waiting, DateTimeOffset? OldestWaitingSince, int Sent, int Parked);
