using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LearningCities.Badges.Issuing;

/// <summary>
/// Keeps parsed keys: parsing costs several times what signing does. A parsed key serves one thread at a time, so there are
/// as many of each as were ever needed at one moment.
/// </summary>
internal sealed class KeyPool : IDisposable
{
    private readonly ConcurrentDictionary<Guid, ConcurrentBag<ECDsa>> _idle = [];

    public T Use<T>(Guid key, Func<ECDsa> parse, Func<ECDsa, T> use)
    {
        var idle = _idle.GetOrAdd(key, _ => []);
        var parsed = idle.TryTake(out var kept) ? kept : parse();
        try
        {
            return use(parsed);
        }
        finally
        {
            idle.Add(parsed);
        }
    }

    public void Dispose()
    {
        foreach (var parsed in _idle.Values.SelectMany(keys => keys))
        {
            parsed.Dispose();
        }
    }
}
