namespace LearningCities.Catalogue;

/// <summary>The words that a catalogue sorts activities by, a space between them. To add one here is enough, and a kind's names in <c>Searching/names.json</c>.</summary>
internal static class Words
{
    public const string Kinds =
        "event course workshop club volunteering internship apprenticeship project open-space digital study-visit mentoring " +
        "bridging-course time-out";

    public const string Modes = "onsite online hybrid";

    /// <summary>What makes an activity possible for people who would otherwise stay away.</summary>
    public const string Access =
        "step-free hearing-loop sign-language easy-language childcare travel-support low-bandwidth no-reading-needed";

    public const string PlaceKinds = "district settlement";

    public const string Sorts = "relevance date distance";

    /// <summary>The days that most people ask for.</summary>
    public const string Days = "today weekend week";
}
