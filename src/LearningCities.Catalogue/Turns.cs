namespace LearningCities.Catalogue;

/// <summary>
/// Lets those who want something of the same activity come one after the other, in the order they came. Versions decide who
/// is right, here and between processes; but thirty who all try again and again when one of them was first take their time.
/// </summary>
internal sealed class Turns : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim[] _doors = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <exception cref="TimeoutException">It takes too long; the client is told to come again.</exception>
    public async Task<Turn> Of(Guid activity, CancellationToken cancellation)
    {
        var door = _doors[(uint)activity.GetHashCode() % _doors.Length];
        return await door.WaitAsync(Patience, cancellation)
            ? new Turn(door)
            : throw new TimeoutException("Too many want a place at this moment.");
    }

    public void Dispose() => Array.ForEach(_doors, door => door.Dispose());

    internal readonly struct Turn(SemaphoreSlim door) : IDisposable
    {
        public void Dispose() => door.Release();
    }
}
