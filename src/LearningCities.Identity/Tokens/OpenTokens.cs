using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace LearningCities.Identity.Tokens;

/// <summary>
/// What must be there before the first token: keys and programs. It runs before the process listens, and waits for a database
/// that is away.
/// </summary>
internal sealed partial class OpenTokens(TokenKeys keys, IServiceScopeFactory scopes, ILogger<OpenTokens> log) : IHostedService
{
    private const int Tries = 5; // with replicas that start at the same moment

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await keys.Load(cancellationToken);
                await using var scope = scopes.CreateAsyncScope();
                var programs = (Programs)scope.ServiceProvider.GetRequiredService<OpenIddictApplicationManager<Program>>();
                await programs.Enter(cancellationToken);
                return;
            }
            catch (Exception fault) when (fault.IsPassing())
            {
                Waiting(fault);
                await Task.Delay(Pause, cancellationToken);
            }
            catch (Exception fault) when (tries < Tries && fault is DbUpdateException or OpenIddictExceptions.ConcurrencyException
                or OpenIddictExceptions.ValidationException)
            {
                // Another replica was first: look again what it has entered.
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Could not read the keys of tokens; will try again before the process starts to serve")]
    private partial void Waiting(Exception fault);
}
