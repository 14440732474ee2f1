namespace LearningCities.Web.Pages.CityOffice;

/// <summary>Four classes of a map, of equal width, from one to the highest number shown.</summary>
internal sealed record Classes(int Highest)
{
    private const int Count = 4;

    public static Classes Of(IEnumerable<int?> values) => new(values.Max() ?? 0);

    /// <summary>The class, 1 to 4, that a number falls into.</summary>
    public int Of(int value) => Ranges.TakeWhile(range => value > range.To).Count() + 1;

    /// <summary>The classes that are needed: fewer than four where the numbers are small.</summary>
    public IReadOnlyList<(int From, int To)> Ranges =>
    [
        .. Enumerable.Range(1, Count)
            .Select(n => (From: (Highest * (n - 1) / Count) + 1, To: n == Count ? Math.Max(Highest, 1) : Highest * n / Count))
            .Where(range => range.To >= range.From),
    ];
}
