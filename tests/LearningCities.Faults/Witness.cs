using LearningCities.Host;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningCities.Faults;

/// <summary>
/// The suite as ever, but for a note that each handler leaves with its effect, in the same transaction: one more row each time,
/// and nothing keeps a second from being there. The handlers themselves compare versions, so that an event which one of them
/// takes in twice can be seen nowhere else.
/// </summary>
internal static class Witness
{
    /// <summary>What is noted beside each module's tables: who took in what, and who listens to what.</summary>
    /// <param name="schema">Where they are, with a dot; empty on SQLite.</param>
    /// <param name="id">The type of ids.</param>
    public static string Tables(string schema, string id) =>
        $"""
        CREATE TABLE IF NOT EXISTS {schema}witness_effect (handler text NOT NULL, message_id {id} NOT NULL);
        CREATE TABLE IF NOT EXISTS {schema}witness_listener (handler text NOT NULL PRIMARY KEY, type text NOT NULL);
        """;

    /// <param name="settings">
    /// First which guarantee is taken away, for a negative control; then what the suite is told. No setting of the suite does it.
    /// </param>
    public static async Task<int> Run(string[] settings)
    {
        var control = Enum.Parse<Control>(settings[0]);
        await using var app = Suite.Build(
            settings[1..], builder => builder.Services.AddSingleton<Inbox>(new NotingInbox(everythingIsNew: control is Control.Inbox)));
        var makesTables = Migrations.AtStart(app.Configuration);
        if (makesTables)
        {
            await Migrations.Apply(app.Services, CancellationToken.None);
        }

        await NoteListeners(app.Services, makesTables);
        await app.StartAsync();
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task NoteListeners(IServiceProvider services, bool makesTables)
    {
        await using var scope = services.CreateAsyncScope();
        var listeners = services.GetServices<Subscription>().ToLookup(subscription => subscription.Module);
        foreach (var db in scope.ServiceProvider.GetServices<ModuleDb>())
        {
            await (makesTables ? db.Database.ExecuteSqlRawAsync(Tables(SchemaOf(db), "text")) : Task.CompletedTask);
            var sql = $"INSERT INTO {SchemaOf(db)}witness_listener (handler, type) VALUES ({{0}}, {{1}}) ON CONFLICT DO NOTHING";
            foreach (var listener in listeners[db.Module])
            {
                await db.Database.ExecuteSqlRawAsync(sql, listener.Handler, listener.EventType);
            }
        }
    }

    private static string SchemaOf(ModuleDb db) => db.Database.IsSqlite() ? "" : $"{db.Module}.";

    private sealed class NotingInbox(bool everythingIsNew) : Inbox
    {
        public override async Task<bool> Enter(ModuleDb db, string handler, Guid messageId, CancellationToken cancellation)
        {
            var isNew = await base.Enter(db, handler, messageId, cancellation) || everythingIsNew;
            if (isNew)
            {
                var sql = $"INSERT INTO {SchemaOf(db)}witness_effect (handler, message_id) VALUES ({{0}}, {{1}})";
                await db.Database.ExecuteSqlRawAsync(sql, [handler, messageId], cancellation);
            }

            return isNew;
        }
    }
}

/// <summary>Which guarantee is taken away, to see the comparison go red.</summary>
internal enum Control
{
    None,

    /// <summary>Every event is new to whoever hears it.</summary>
    Inbox,
}
