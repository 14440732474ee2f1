using LearningCities.Search;

namespace LearningCities.Benchmarks.Search;

/// <summary>A question of one class, with what the others need to know of it.</summary>
/// <param name="Intended">The word that was meant, where it is mistyped.</param>
internal sealed record Question(
    string Text, double Latitude = 0, double Longitude = 0, double Metres = 0, int FromDay = 0, int ToDay = 0, string Category = "", string Intended = "");

/// <summary>Questions of a class: what is asked in the table of engines.</summary>
internal sealed record QuestionClass(string Name, bool Facets, IReadOnlyList<Question> Questions)
{
    private const int Most = 1000;

    public static readonly string[] Names = ["one-word", "two-words", "broad", "radius-dates", "category-box", "autocomplete", "typo"];

    public static IReadOnlyList<QuestionClass> Of(Catalogue catalogue)
    {
        var random = new Random(11);
        return
        [
            new("one-word", false, Many(() => new(Typed(catalogue.Word(random.Next(10), random.Next(100, 3000)), random)))),
            new("two-words", true, Many(() => new(TwoOf(catalogue[random.Next(catalogue.Size)], random)))),
            new("broad", true, Many(() => new(Typed(catalogue.Word(random.Next(10), random.Next(0, 4)), random)))),
            new("radius-dates", true, Many(() => Around(catalogue.Word(random.Next(10), random.Next(0, 40)), random))),
            new("category-box", true, Many(() => Box(random))),
            new("autocomplete", false, Many(() => new(Beginning(catalogue.Word(random.Next(10), random.Next(0, 4000)), random)))),
            new("typo", false, Many(() => Mistyped(LongWord(catalogue, random), random))),
        ];
    }

    private static List<Question> Many(Func<Question> one) => [.. Enumerable.Range(0, Most).Select(_ => one())];

    /// <summary>Half of the people type without accents.</summary>
    private static string Typed(string word, Random random) => random.Next(2) == 0 ? word : Fold.Word(word);

    private static string TwoOf(Thing thing, Random random)
    {
        var words = thing.Text.Split(' ').Where(word => word.Length > 5).Distinct().ToArray();
        return words.Length < 2 ? thing.Title : $"{Typed(words[random.Next(words.Length)], random)} {Typed(words[random.Next(words.Length)], random)}";
    }

    private static Question Around(string word, Random random)
    {
        var (city, day) = (random.Next(Catalogue.Cities), random.Next(Catalogue.Days - 30));
        return new(Typed(word, random), Catalogue.CityLatitude(city), Catalogue.CityLongitude(city), 10_000, day, day + 30);
    }

    private static Question Box(Random random)
    {
        var city = random.Next(Catalogue.Cities);
        return new("", Catalogue.CityLatitude(city), Catalogue.CityLongitude(city), Category: $"category{random.Next(Catalogue.Categories)}");
    }

    private static string Beginning(string word, Random random) => Fold.Word(word)[..Math.Min(word.Length, random.Next(2, 6))];

    private static string LongWord(Catalogue catalogue, Random random)
    {
        string word;
        do
        {
            word = catalogue.Word(random.Next(10), random.Next(40, 3000));
        }
        while (Fold.Word(word).Length < 5);

        return word;
    }

    private static Question Mistyped(string word, Random random)
    {
        var letters = Fold.Word(word).ToList();
        for (var slips = letters.Count >= 8 && random.Next(3) == 0 ? 2 : 1; slips > 0; slips--)
        {
            var at = random.Next(1, letters.Count);
            switch (random.Next(4))
            {
                case 0: letters.RemoveAt(at); break;
                case 1: letters.Insert(at, (char)('a' + random.Next(26))); break;
                case 2: letters[at] = (char)('a' + random.Next(26)); break;
                default: (letters[at - 1], letters[at]) = (letters[at], letters[at - 1]); break;
            }
        }

        return new(new string([.. letters]), Intended: Fold.Word(word));
    }
}
