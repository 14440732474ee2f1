using LearningCities.Benchmarks.Events;
using LearningCities.Contracts;
using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningCities.Benchmarks;

/// <summary>A module with one small noun and one event, to measure what any module's commit costs.</summary>
/// <param name="heard">Where it is given, the module handles its own event, too.</param>
internal sealed class LedgerModule(Heard? heard = null) : IModule
{
    public string Name => "ledger";

    public void AddServices(IHostApplicationBuilder builder)
    {
        var module = builder.AddModule<LedgerDb, SqliteLedgerDb, PostgreSqlLedgerDb>(Name);
        if (heard is not null)
        {
            builder.Services.AddSingleton(heard);
            module.AddHandler<EntryWritten, HearEntryWritten>();
        }
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
    }
}

internal sealed class Entry(Guid id, Guid city, string text) : Aggregate(id, city)
{
    public string Text { get; private set; } = text;
}

internal sealed record EntryWritten(Guid City, Guid EntryId, long Version, string Text) : IEvent
{
    public static string Type => "city.entry.written.v1";

    Guid IEvent.Subject => EntryId;
}

internal abstract class LedgerDb(DbContextOptions options, ModuleScope<LedgerDb> scope) : ModuleDb(options, scope)
{
    public DbSet<Entry> Entries => Set<Entry>();
}

internal sealed class SqliteLedgerDb(DbContextOptions<SqliteLedgerDb> options, ModuleScope<LedgerDb> scope)
    : LedgerDb(options, scope);

internal sealed class PostgreSqlLedgerDb(DbContextOptions<PostgreSqlLedgerDb> options, ModuleScope<LedgerDb> scope)
    : LedgerDb(options, scope);
