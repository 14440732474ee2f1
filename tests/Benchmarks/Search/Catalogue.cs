namespace LearningCities.Benchmarks.Search;

/// <summary>An activity of a made-up catalogue.</summary>
/// <param name="Category">Some of twenty.</param>
/// <param name="Starts">Days from now.</param>
internal sealed record Thing(
    int Number, string Language, string Title, string Text, string Kind, string Audience, string Price, string[] Category,
    int City, double Latitude, double Longitude, int Starts);

/// <summary>
/// A catalogue of any size, the same each time: ten languages with words of their own, as frequent as words are (Zipf), some
/// in several forms; fifty cities; 45 to 75 words a thing.
/// </summary>
internal sealed class Catalogue
{
    public const int Categories = 20, Cities = 50, Days = 365;
    private const int Words = 6000;

    public static readonly string[] Languages = ["en", "fr", "nl", "hu", "pl", "sl", "de", "es", "it", "sv"];

    private static readonly (string Consonants, string Vowels, string[] Endings)[] Sounds =
    [
        ("b c d f g h l m n p r s t v w st tr ch th br", "a e i o u ea oo", ["", "", "s", "ing", "er"]),
        ("b c ç d f g j l m n p r s t v ch qu br", "a é è e i o u ou eau", ["", "", "s", "e", "es"]),
        ("b d f g h k l m n p r s t v w z sch st kr", "a e i o u aa ee ij oe", ["", "", "en", "je", "s"]),
        ("b c d f g h j k l m n p r s t v z sz gy cs ny", "a á e é i í o ó ö ő u ú ü ű", ["", "", "ban", "ok", "nak", "val"]),
        ("b c ć d f g j k l ł m n ń p r s ś t w z ż cz sz", "a ą e ę i o ó u y", ["", "", "a", "ami", "ach", "y"]),
        ("b c č d f g h j k l m n p r s š t v z ž", "a e i o u", ["", "", "a", "ih", "om", "e"]),
        ("b d f g h k l m n p r s t w z sch st ß ch", "a ä e i o ö u ü ei au", ["", "", "en", "er", "es"]),
        ("b c d f g j l ll m n ñ p r rr s t v", "a á e é i í o ó u ú", ["", "", "s", "es"]),
        ("b c d f g l m n p r s t v z gn gl", "a à e è i ì o ò u", ["", "", "i", "e"]),
        ("b d f g h j k l m n p r s t v st sk", "a å ä e i o ö u y", ["", "", "en", "ar", "er"]),
    ];

    private readonly string[][] _words; // by language, the most frequent first
    private readonly double[] _share = new double[Words]; // of all words so far, up to this rank

    public Catalogue(int size)
    {
        Size = size;
        var random = new Random(4711);
        _words = [.. Sounds.Select(sound => Vocabulary(sound.Consonants.Split(' '), sound.Vowels.Split(' '), random))];
        var sum = 0.0;
        for (var rank = 0; rank < Words; rank++)
        {
            sum += 1 / Math.Pow(rank + 12, 0.92);
            _share[rank] = sum;
        }
    }

    public int Size { get; }

    public static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>The word at a rank of frequency, as it stands in the dictionary.</summary>
    public string Word(int language, int rank) => _words[language][rank];

    public Thing this[int number]
    {
        get
        {
            var random = new Random(number * 31 + 7);
            var language = random.Next(Languages.Length);
            var city = random.Next(Cities);
            return new Thing(
                number,
                Languages[language],
                Sentence(language, random.Next(3, 7), random),
                Sentence(language, random.Next(42, 69), random),
                $"kind{Low(random, 8)}",
                $"audience{Low(random, 5)}",
                random.Next(10) < 4 ? "free" : $"price{random.Next(3)}",
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"category{Low(random, Categories)}").Distinct()],
                city,
                Math.Round(CityLatitude(city) + Near(random, 0.08), 6),
                Math.Round(CityLongitude(city) + Near(random, 0.12), 6),
                random.Next(Days));
        }
    }

    public static double CityLatitude(int city) => 41 + (city % 10 * 1.3);

    public static double CityLongitude(int city) => -4 + (city / 10 * 5.1);

    private static double Near(Random random, double far) => (random.NextDouble() + random.NextDouble() - 1) * far;

    private static int Low(Random random, int many) => Math.Min(random.Next(many), random.Next(many));

    private static string[] Vocabulary(string[] consonants, string[] vowels, Random random)
    {
        var words = new HashSet<string>();
        while (words.Count < Words)
        {
            // Frequent words are short.
            var syllables = words.Count < 40 ? random.Next(1, 3) : words.Count < 600 ? random.Next(2, 4) : random.Next(2, 5);
            var word = string.Concat(Enumerable.Range(0, syllables)
                .Select(_ => consonants[random.Next(consonants.Length)] + vowels[random.Next(vowels.Length)]));
            words.Add(random.Next(3) == 0 ? word + consonants[random.Next(consonants.Length)] : word);
        }

        return [.. words];
    }

    private string Sentence(int language, int words, Random random) => string.Join(' ', Enumerable.Range(0, words).Select(_ =>
    {
        var at = Array.BinarySearch(_share, random.NextDouble() * _share[^1]);
        var rank = Math.Min(at < 0 ? ~at : at, Words - 1);
        return _words[language][rank] + Sounds[language].Endings[random.Next(Sounds[language].Endings.Length)];
    }));
}
