using System.Text.RegularExpressions;

namespace LearningCities.Suite.Tests;

public sealed partial class GroundTests
{
    [Fact]
    public void The_ground_is_what_every_process_has_and_says_no_word_of_the_domain() => Assert.Empty(
        from file in Sources.Of("LearningCities.ServiceDefaults")
        from line in File.ReadLines(file).Select((text, number) => (Text: Comment().Replace(text, ""), Number: number + 1))
        from word in Domain().Matches(line.Text)
        select $"{Path.GetFileName(file)}:{line.Number} says {word}");

    // Web, gateway and notifications are programs, whose secrets it keeps. Activity is .NET's word for a span. Cities, organisations and people are what a token speaks of.
    [GeneratedRegex("badge|award|pathway|learner|sign-?up|attendance|placement|passport|workshop|catalogue|mobility|insight", RegexOptions.IgnoreCase)]
    private static partial Regex Domain();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
