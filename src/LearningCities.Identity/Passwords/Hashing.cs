using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LearningCities.Identity.Passwords;

/// <summary>
/// Hashes passwords and compares them: slow on purpose, so no more at once than there are processors, and all others of the
/// process's requests go on meanwhile.
/// </summary>
internal sealed class Hashing : IDisposable
{
    private const int Iterations = 210_000; // PBKDF2 with HMAC-SHA512, as OWASP advises

    private static readonly object Nobody = new(); // the hasher would tell users apart; ours are the same to it

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private readonly string _nobodys;

    public Hashing() => _nobodys = _hasher.HashPassword(Nobody, RandomNumberGenerator.GetHexString(32));

    public Task<string> Hash(string password, CancellationToken cancellation) =>
        InTurn(() => _hasher.HashPassword(Nobody, password), cancellation);

    /// <summary>Takes as long for no hash at all as for a wrong password.</summary>
    /// <returns>Whether it is the one, and a new hash where the old one was made with less work.</returns>
    public async Task<(bool Right, string? BetterHash)> Verify(string? hash, string password, CancellationToken cancellation)
    {
        var result = await InTurn(() => _hasher.VerifyHashedPassword(Nobody, hash ?? _nobodys, password), cancellation);
        return result switch
        {
            _ when hash is null => (false, null),
            PasswordVerificationResult.SuccessRehashNeeded => (true, await Hash(password, cancellation)),
            _ => (result is PasswordVerificationResult.Success, null),
        };
    }

    public void Dispose() => _turns.Dispose();

    private async Task<T> InTurn<T>(Func<T> work, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }
}
