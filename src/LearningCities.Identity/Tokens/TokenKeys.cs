using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace LearningCities.Identity.Tokens;

/// <summary>
/// The keys of this installation's tokens, made when the first process starts and read by every other. All of them are
/// published; the newest signs.
/// </summary>
internal sealed class TokenKeys(IServiceScopeFactory scopes, KeyWrapping wrapping, TimeProvider clock)
    : IConfigureOptions<OpenIddictServerOptions>
{
    private List<TokenKey> _keys = [];

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in _keys.OrderByDescending(key => key.Generation))
        {
            var bytes = wrapping.Unwrap(key.Wrapped);
            if (key.Use == TokenKey.Signing)
            {
                var curve = ECDsa.Create();
                curve.ImportPkcs8PrivateKey(bytes, out _);
                options.SigningCredentials.Add(new(
                    new ECDsaSecurityKey(curve) { KeyId = key.KeyId }, SecurityAlgorithms.EcdsaSha256));
            }
            else
            {
                options.EncryptionCredentials.Add(new(
                    new SymmetricSecurityKey(bytes) { KeyId = key.KeyId },
                    SecurityAlgorithms.Aes256KW,
                    SecurityAlgorithms.Aes256CbcHmacSha512));
            }
        }
    }

    /// <summary>Before anything can ask for a token.</summary>
    public async Task Load(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TokensDb>();
        _keys = await db.TokenKeys.AsNoTracking().ToListAsync(cancellation);
        if (_keys.Count > 0)
        {
            return;
        }

        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        db.Add(New(TokenKey.Signing, curve.ExportPkcs8PrivateKey()));
        db.Add(New(TokenKey.Encryption, RandomNumberGenerator.GetBytes(32)));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another replica was first: its keys are the ones.
        }

        _keys = await db.TokenKeys.AsNoTracking().ToListAsync(cancellation);
    }

    private TokenKey New(string use, byte[] key) => new(
        use,
        generation: 1,
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9)),
        wrapping.Wrap(key),
        clock.GetUtcNow().ToUnixTimeSeconds());
}
