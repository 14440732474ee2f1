namespace LearningCities.Search;

/// <summary>
/// Keeps segments few. Small ones are merged at once by who changes something; large ones in the background, one merge at a
/// time, and none makes more than a segment's most documents: so the memory that a merge needs is bounded.
/// </summary>
internal sealed class Merging<T>(Func<Writing<T>> newWriting)
{
    private const int Small = 4096;
    private const int Together = 4;

    private readonly Lock _starting = new();
    private long _count;

    public Task Running { get; private set; } = Task.CompletedTask;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>Merges the newest parts while the one before is not much larger, so that each thing is moved only a few times.</summary>
    public void MergeSmall(List<Part<T>> parts, Writing<T> writing)
    {
        while (parts is [.., var before, var last] && before.Living < Together * last.Living && before.Living + last.Living <= Small)
        {
            parts.RemoveRange(parts.Count - 2, 2);
            parts.Add(writing.Merge([before, last]));
            Interlocked.Increment(ref _count);
        }
    }

    /// <summary>Begins in the background what should be merged, unless something is being merged.</summary>
    public void Begin(Func<Part<T>[]> parts, Action<IReadOnlyList<Part<T>>, Part<T>> replace)
    {
        lock (_starting)
        {
            if (Running.IsCompleted && Choose(parts()) is not null)
            {
                Running = Task.Run(() => Merge(parts, replace));
            }
        }
    }

    private void Merge(Func<Part<T>[]> parts, Action<IReadOnlyList<Part<T>>, Part<T>> replace)
    {
        var writing = newWriting();
        while (Choose(parts()) is { } chosen)
        {
            replace(chosen, writing.Merge(chosen));
            Interlocked.Increment(ref _count);
        }
    }

    /// <summary>One that is dead for a good part; or some of like size.</summary>
    private static List<Part<T>>? Choose(Part<T>[] parts)
    {
        var rotten = Array.Find(parts, part => part.Items.Length > Small / 4 && part.Deaths.Count * 3 > part.Items.Length);
        if (rotten is not null)
        {
            return [rotten];
        }

        foreach (var tier in parts.Where(part => part.Living <= Segment.Most / 2).GroupBy(part => (int)Math.Log(part.Living, Together)))
        {
            var (chosen, sum) = (new List<Part<T>>(), 0);
            foreach (var part in tier.OrderBy(part => part.Living).TakeWhile(part => sum + part.Living <= Segment.Most))
            {
                chosen.Add(part);
                sum += part.Living;
            }

            if (chosen.Count >= Together || (chosen.Count > 1 && sum > Segment.Most / 2))
            {
                return chosen;
            }
        }

        return null;
    }
}
