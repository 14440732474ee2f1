using System.Text.Json;
using LearningCities.Contracts;
using LearningCities.Host;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using LearningCities.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningCities.Testing;

/// <summary>
/// The real thing on loopback: the host, its database, tokens from an issuer. On SQLite in a folder of its own, or, where
/// TEST_POSTGRES gives a superuser's connection string, on PostgreSQL in a database of its own.
/// </summary>
/// <param name="settings">More of them, as on the command line: <c>--Clients:web=secret</c>.</param>
public class RunningSuite(
    string target = "all", Action<WebApplicationBuilder>? change = null, IModule? also = null, string[]? settings = null)
    : IAsyncDisposable
{
    private readonly IModule[] _testModules = also is null ? [new ListenerModule()] : [new ListenerModule(), also];
    private readonly TokenIssuer _issuer = new();
    private readonly TestDatabase _database = TestDatabase.New([.. Suite.Targets, "listener", also?.Name ?? ""]);
    private readonly SemaphoreSlim _migratesAlone = new(1, 1);
    private WebApplication _app = null!;

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.First());

    public async ValueTask InitializeAsync()
    {
        await _issuer.Start();
        await _database.Create();
        await using (var migrating = Build(_database.OwnersSettings))
        {
            await Migrations.Apply(migrating.Services, CancellationToken.None);
            await CreateTestModulesTables(migrating.Services);
        }

        _app = Build(_database.Settings);
        await _app.StartAsync();
    }

    /// <summary>Ends the process, so to speak, and begins another: what it knows afterwards it has read.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public async Task Stop()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async Task Start()
    {
        _app = Build(_database.Settings);
        await _app.StartAsync();
    }

    /// <summary>While it is stopped: its tables have been brought to another server of PostgreSQL.</summary>
    public void MoveTo(string server) => _database.MoveTo(server);

    /// <summary>A process more on the same tables, as replicas and modules that run elsewhere are. Not on SQLite, whose folder is one process's.</summary>
    /// <param name="other">Its target.</param>
    /// <param name="more">Its settings beside this suite's: <c>--services:web:http:0=http://…</c>.</param>
    public async Task<Replica> Beside(string other, params string[] more)
    {
        await _migratesAlone.WaitAsync();
        try
        {
            await using var migrating = Build(_database.OwnersSettings, other, more);
            await Migrations.Apply(migrating.Services, CancellationToken.None);
        }
        finally
        {
            _migratesAlone.Release();
        }

        var app = Build(_database.Settings, other, more);
        await app.StartAsync();
        return new Replica(app);
    }

    /// <summary>Has a process of its own, which serves nobody, do a job on the same tables: as a command does on PostgreSQL.</summary>
    public async Task<int> RunBeside(string job, IReadOnlyDictionary<string, string> arguments, TextWriter output)
    {
        await using var beside = Build(_database.Settings);
        return await Jobs.Run(beside.Services, job, arguments, output, CancellationToken.None);
    }

    /// <summary>Where Identity is not part of this suite: what it answers from now on, or with which status it refuses.</summary>
    public void IdentityAnswers(string path, object answer) => _issuer.Answers[$"/api/identity{path}"] = answer;

    /// <summary>A city that no other test knows: whatever is in it, this test put there.</summary>
    public City NewCity() => new(this);

    /// <summary>The events of one kind, as a module hears them that listens from now on.</summary>
    public EventsOf<TEvent> EventsOf<TEvent>() where TEvent : IEvent => Services.GetRequiredService<EventsOf<TEvent>>();

    /// <summary>Brings an event to whoever handles it, as a broker would: perhaps late, perhaps for the second time.</summary>
    public async Task Deliver<TEvent>(TEvent happened, Guid? id = null) where TEvent : IEvent
    {
        var body = JsonSerializer.Serialize(happened, JsonSerializerOptions.Web);
        var message = new EventMessage(id ?? Guid.CreateVersion7(), TEvent.Type, body, TraceParent: null);
        foreach (var subscription in Services.GetServices<Subscription>().Where(s => s.EventType == TEvent.Type))
        {
            await subscription.Consume(message, CancellationToken.None);
        }
    }

    /// <summary>Brings an event as a module tells it again: news to nobody.</summary>
    public Task DeliverAgain<TEvent>(TEvent happened) where TEvent : IEvent => Deliver(happened, ToldAgain.NewId());

    internal string Token(string subject, Guid city, IEnumerable<Guid> organisations, string[] scopes) =>
        _issuer.Token(subject, city, organisations, scopes);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await _database.DisposeAsync();
        await _issuer.DisposeAsync();
        _migratesAlone.Dispose();
    }

    private WebApplication Build(IEnumerable<string> tables, string? other = null, params string[] more)
    {
        var app = Suite.Build(
            [$"--target={other ?? target}", "--urls=http://127.0.0.1:0", $"--PublicUrl={TokenIssuer.PublicUrl}", $"--services:identity:http:0={_issuer.Address}", "--Badges:AllowLocalIssuer=true", "--Web:KeepPages=0", .. tables, .. settings ?? [], .. more],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.PostConfigure<JwtBearerOptions>(
                    JwtBearerDefaults.AuthenticationScheme, // beside Identity's own tokens, where Identity runs
                    bearer => bearer.TokenValidationParameters.IssuerSigningKeys = [_issuer.Key]);
                Array.ForEach(_testModules, module => module.AddServices(builder));
                change?.Invoke(builder);
            });
        Array.ForEach(_testModules, module => module.MapEndpoints(app));
        return app;
    }

    private static async Task CreateTestModulesTables(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var databases = scope.ServiceProvider.GetServices<ModuleDb>();
        foreach (var db in databases.Where(db => !db.Database.GetMigrations().Any()))
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync())
            {
                await creator.CreateAsync(); // SQLite: with a log that is written ahead, as every module's
            }

            if (db.Database.IsNpgsql() || !await creator.HasTablesAsync()) // a restored file has them
            {
                await creator.CreateTablesAsync();
            }
        }
    }
}
