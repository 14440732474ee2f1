namespace LearningCities.Web.Pages.Organisations;

/// <summary>The words that forms offer. The modules check them; a word more there is a word less to choose here, and no harm.</summary>
internal static class Known
{
    public static readonly IReadOnlyList<string> Kinds =
    [
        "workshop", "course", "event", "club", "volunteering", "internship", "apprenticeship", "project", "open-space", "digital",
        "study-visit", "mentoring", "bridging-course", "time-out",
    ];

    public static readonly IReadOnlyList<string> Access =
    [
        "step-free", "no-reading-needed", "easy-language", "hearing-loop", "sign-language", "childcare", "travel-support",
        "low-bandwidth",
    ];
}

internal static class WebAddress
{
    /// <summary>An address that a page may link to.</summary>
    public static bool Is(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http") && typed.Length <= 2000;
}
