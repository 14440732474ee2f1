namespace LearningCities.Web.Calls;

internal static class Lists
{
    private const int MostPages = 20;

    /// <summary>The whole list, page after page; for what has to be searched or counted here. An end is set to it all the same.</summary>
    public static async Task<Answer<IReadOnlyList<T>>> All<T>(this Api api, string path)
    {
        var all = new List<T>();
        var next = "";
        for (var page = 0; page < MostPages; page++)
        {
            var joined = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var answer = await api.Get<ListOf<T>>($"{path}{joined}limit=100{next}");
            if (!answer.IsGiven(out var list))
            {
                return new(null, answer.Refusal ?? Refusal.Silence);
            }

            all.AddRange(list.Items);
            if (list.Next is null)
            {
                break;
            }

            next = $"&cursor={Uri.EscapeDataString(list.Next)}";
        }

        return new(all, null);
    }
}
