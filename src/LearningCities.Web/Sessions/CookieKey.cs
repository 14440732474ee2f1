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

/// <summary>
/// Keeps them in Web's tables. The framework asks without waiting; it does so at the start and every few weeks. Of two replicas
/// that start together each would make a first key and not know the other's for a day: so keys have numbers, of each number
/// there is one, and who comes second takes what the first has made.
/// </summary>
internal sealed class CookieKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    private int _known;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WebDb>();
        var keys = db.CookieKeys.AsNoTracking().AsEnumerable().Select(key => XElement.Parse(key.Xml)).ToList();
        _known = keys.Count;
        return keys;
    }

    /// <summary>The framework reads before it makes a key and once more after it, so that it sees whose was first.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WebDb>();
        db.CookieKeys.Add(new CookieKey(Numbered(_known + 1), element.ToString(SaveOptions.DisableFormatting)));
        try
        {
            db.Commit(TypedResults.Ok(friendlyName), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (DbUpdateException second) when (second.IsUniqueViolation())
        {
            // Another replica's key has this number, and will do for both.
        }
    }

    private static Guid Numbered(int number) => new(number, 0, 0, new byte[8]);
}
