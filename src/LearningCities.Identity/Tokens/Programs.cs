using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LearningCities.Identity.Tokens;

/// <summary>The suite's own programs, as OpenIddict sees them: each with its grants and scopes.</summary>
internal sealed class Programs(
    IOpenIddictApplicationCache<Program> cache,
    ILogger<OpenIddictApplicationManager<Program>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<Program> store,
    ClientSecrets secrets)
    : OpenIddictApplicationManager<Program>(cache, logger, options, store)
{
    /// <summary>Compares with the setting of this moment, so no copy of a secret can go stale.</summary>
    public override ValueTask<bool> ValidateClientSecretAsync(
        Program application, string secret, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(secrets.Of(application.ClientId!)), Encoding.UTF8.GetBytes(secret)));

    /// <summary>Enters those that are missing or may do something else by now.</summary>
    public async Task Enter(CancellationToken cancellation)
    {
        foreach (var (name, scopes) in Identity.Scopes.OfPrograms)
        {
            var descriptor = Describe(name, scopes);
            if (await FindByClientIdAsync(name, cancellation) is not { } entered)
            {
                await CreateAsync(descriptor, cancellation);
            }
            else if (!descriptor.Permissions.SetEquals(await GetPermissionsAsync(entered, cancellation)))
            {
                await UpdateAsync(entered, descriptor, cancellation);
            }
        }
    }

    private static OpenIddictApplicationDescriptor Describe(string name, string[] scopes)
    {
        var program = new OpenIddictApplicationDescriptor
        {
            ClientId = name,
            ClientType = ClientTypes.Confidential,
            ClientSecret = RandomNumberGenerator.GetHexString(32), // never asked for: see ValidateClientSecretAsync
            Permissions = { Permissions.Endpoints.Token },
        };
        IEnumerable<string> grants = name switch
        {
            "web" =>
            [
                Permissions.GrantTypes.ClientCredentials,
                Permissions.Prefixes.GrantType + Grants.Password,
                Permissions.GrantTypes.RefreshToken,
            ],
            "gateway" => [Permissions.GrantTypes.ClientCredentials, Permissions.GrantTypes.TokenExchange],
            _ => [Permissions.GrantTypes.ClientCredentials],
        };
        program.Permissions.UnionWith(grants);
        program.Permissions.UnionWith(scopes.Select(scope => Permissions.Prefixes.Scope + scope));
        return program;
    }
}
