namespace LearningCities.Catalogue.Tests.Relevance;

/// <summary>The files beside this one, which are in the tests' assembly.</summary>
internal static class Data
{
    public static Stream Open(string name) => typeof(Data).Assembly.GetManifestResourceStream($"Relevance.{name}")!;

    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
