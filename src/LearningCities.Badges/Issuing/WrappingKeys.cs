using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LearningCities.Badges.Issuing;

/// <summary>A key of the ring that wraps issuers' keys, in the form that the ring gives it.</summary>
internal sealed class WrappingKey
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<WrappingKey>
    {
        public void Configure(EntityTypeBuilder<WrappingKey> key) => key.Property(k => k.Id).ValueGeneratedNever();
    }
}

/// <summary>Keeps the ring in this module's tables, so that all replicas have the same one and none needs a disk.</summary>
internal sealed class WrappingKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<BadgesDb>();
        return [.. db.WrappingKeys.AsNoTracking().OrderBy(k => k.Id).AsEnumerable().Select(k => XElement.Parse(k.Xml))];
    }

    // The ring can only wait, and does so about once in 90 days.
    public void StoreElement(XElement element, string friendlyName) => Store(element, friendlyName).GetAwaiter().GetResult();

    private async Task Store(XElement element, string name)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BadgesDb>();
        db.Add(new WrappingKey
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = name,
            Xml = element.ToString(SaveOptions.DisableFormatting),
        });
        await db.Commit(CancellationToken.None);
    }
}
