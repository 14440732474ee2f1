using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LearningCities.Web.Sessions;

/// <summary>A key by which cookies, forms and tickets are sealed. All replicas share them.</summary>
internal sealed class CookieKey(Guid id, string xml)
{
    public Guid Id { get; private set; } = id;

    public string Xml { get; private set; } = xml;

    internal sealed class Mapping : IEntityTypeConfiguration<CookieKey>
    {
        public void Configure(EntityTypeBuilder<CookieKey> key) => key.Property(k => k.Id).ValueGeneratedNever();
    }
}

/// <summary>Keeps them in Web's tables. The framework asks without waiting; it does so at the start and every few weeks.</summary>
internal sealed class CookieKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WebDb>();
        return [.. db.CookieKeys.AsNoTracking().AsEnumerable().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WebDb>();
        db.CookieKeys.Add(new CookieKey(Guid.CreateVersion7(clock.GetUtcNow()), element.ToString(SaveOptions.DisableFormatting)));
        db.Commit(TypedResults.Ok(friendlyName), CancellationToken.None).GetAwaiter().GetResult();
    }
}
