namespace LearningCities.Web.Sessions;

/// <summary>One after the other, for what has the same key; a few strangers may have to wait with it.</summary>
internal sealed class RefreshTurns : IDisposable
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> Take(byte[] key, CancellationToken cancellation)
    {
        var turn = _turns[key[0] % _turns.Length];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(_turns, turn => turn.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
