using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace LearningCities.Identity.Tokens;

/// <summary>What OpenIddict keeps of programs, sessions and refresh tokens, and the keys that tokens are signed with.</summary>
internal abstract class TokensDb(DbContextOptions options) : LibraryDb(options, "identity"), IDataProtectionKeyContext
{
    public DbSet<TokenKey> TokenKeys => Set<TokenKey>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void Describe(ModelBuilder model)
    {
        model.UseOpenIddict<Program, Session, Scope, Token, Guid>();
        model.Entity<TokenKey>().HasKey(k => new { k.Use, k.Generation }); // of two first processes one is second
    }
}

internal sealed class SqliteTokensDb(DbContextOptions<SqliteTokensDb> options) : TokensDb(options);

internal sealed class PostgreSqlTokensDb(DbContextOptions<PostgreSqlTokensDb> options) : TokensDb(options);

/// <summary>One of the suite's own programs. Its secret is not here: it is compared with the setting at each use.</summary>
internal sealed class Program : OpenIddictEntityFrameworkCoreApplication<Guid, Session, Token>;

/// <summary>A person's signing in and all that was refreshed since; OpenIddict calls it an authorization.</summary>
internal sealed class Session : OpenIddictEntityFrameworkCoreAuthorization<Guid, Program, Token>;

internal sealed class Scope : OpenIddictEntityFrameworkCoreScope<Guid>;

/// <summary>A refresh token. Access tokens leave nothing behind.</summary>
internal sealed class Token : OpenIddictEntityFrameworkCoreToken<Guid, Program, Session>;
