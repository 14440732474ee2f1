namespace LearningCities.Web.Pages.CityOffice;

/// <summary>What people searched for, as the catalogue counted it: nobody's name, and nothing that only a few searched for.</summary>
/// <param name="Hidden">How many searches were of such words.</param>
public sealed record Searched(IReadOnlyList<Searched.OfWords> Items, int Hidden)
{
    /// <param name="Nothing">How many of the searches found nothing.</param>
    /// <param name="Opened">How often something was opened from what was found.</param>
    public sealed record OfWords(string Words, int Searches, int Nothing, int Opened);
}
