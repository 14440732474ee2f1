using LearningCities.Host;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningCities.Faults;

/// <summary>
/// The negative control: the suite in one process as ever, but for an inbox that finds every event new. Under the same faults
/// the comparison must go red, or it could not see what it looks for. No setting of the product does this.
/// </summary>
internal static class WithoutInbox
{
    public static async Task<int> Run(string[] settings)
    {
        await using var app = Suite.Build(settings, builder => builder.Services.AddSingleton<Inbox, EverythingIsNew>());
        await Migrations.Apply(app.Services, CancellationToken.None);
        await app.StartAsync();
        await app.WaitForShutdownAsync();
        return 0;
    }

    private sealed class EverythingIsNew : Inbox
    {
        public override Task<bool> Enter(ModuleDb db, string handler, Guid messageId, CancellationToken cancellation) =>
            Task.FromResult(true);
    }
}
