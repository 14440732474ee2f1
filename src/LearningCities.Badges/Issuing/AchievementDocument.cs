namespace LearningCities.Badges.Issuing;

/// <summary>
/// What a badge stands for. The standard has one language, so it is the one it was written in.
/// </summary>
internal sealed record AchievementDocument(
    string Id,
    string[] Type,
    string AchievementType,
    string Name,
    string Description,
    CriteriaDocument Criteria,
    ImageDocument Image,
    string InLanguage,
    string[]? Tag)
{
    public static AchievementDocument Of(Badge badge, Addresses at)
    {
        var (language, name) = badge.Name.First();
        return new AchievementDocument(
            at.Achievement(badge.Id),
            ["Achievement"],
            "Badge",
            name,
            In(language, badge.Description),
            new CriteriaDocument(In(language, badge.Criteria)),
            new ImageDocument(at.Picture(badge.Id), "Image", name),
            language.Split('-')[0], // the standard wants regions in capitals, and the language is enough
            badge.Skills is [] ? null : badge.Skills); // empty sets are left out, says the standard
    }

    private static string In(string language, LocalizedText text) => text[language] ?? text.First().Value;
}

internal sealed record CriteriaDocument(string Narrative);
