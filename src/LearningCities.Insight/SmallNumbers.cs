namespace LearningCities.Insight;

/// <summary>
/// Counts of people, made safe to show: who knows the neighbourhood must not learn from a number what one person did.
/// </summary>
internal static class SmallNumbers
{
    /// <summary>A count below this is not shown, and neither is zero: "nobody" says something of everybody.</summary>
    public const int Least = 5;

    /// <summary>
    /// Hides counts (null) that are small, and others with them where a hidden one would follow from the total and the rest.
    /// Each part splits the same people in another way, for instance by district and by month, so each adds up to the total.
    /// </summary>
    public static (int? Total, int?[][] Parts) Hide(params int[][] parts)
    {
        var total = parts[0].Sum();
        var hidden = parts.Select(HiddenIn).ToArray();
        if (total < Least || hidden.Contains(null))
        {
            return (null, [.. parts.Select(part => new int?[part.Length])]);
        }

        return (total, [.. parts.Zip(hidden, (part, hides) => part.Select(count => hides!(count) ? default(int?) : count).ToArray())]);
    }

    /// <summary>Which counts of a part to hide while its total is shown; null where hiding even all of them would not do.</summary>
    /// <remarks>
    /// The rule looks at counts only, not at whose they are, so exchanging two hidden counts would give the same picture: that
    /// protects them as soon as they are not all the same, or the small ones could have been others with the same sum.
    /// </remarks>
    private static Func<int, bool>? HiddenIn(int[] part)
    {
        var (small, shown) = (part.Where(count => count < Least).ToList(), part.Where(count => count >= Least).ToList());
        return small.Count == 0 ? _ => false
            : CouldBeOthers(small) ? count => count < Least
            : shown.Count == 0 ? null
            : count => count <= shown.Min(); // the smallest that is shown goes, too, with its equals
    }

    /// <summary>Whether other small counts add up to the same.</summary>
    private static bool CouldBeOthers(List<int> small) =>
        small.Count > 1 && small.Sum() > 0 && small.Sum() < small.Count * (Least - 1);
}
