using LearningCities.Catalogue.Searching;

namespace LearningCities.Catalogue.Tests.Searching;

/// <summary>Activities of a city as chance has it, the same for the same seed: several languages, forms and accents of a word.</summary>
internal static class RandomCatalogue
{
    private static readonly Dictionary<string, (string[] Words, string[] Endings)> Languages = new()
    {
        ["hu"] = ("robotika könyvtár kerámia főzés néptánc gitár rajz festés varrás kertészet méhészet programozás fotózás csillagászat úszás evezés sakk jóga társasjáték olvasás színjátszás bábozás fazekasság asztalos elektronika vitorlázás tájfutás kosárfonás nyelvtanulás önkéntes".Split(' '),
            ["", "", "ban", "hoz", "t", "k", "val", "ról"]),
        ["en"] = ("robotics library pottery cooking dancing guitar drawing painting sewing gardening beekeeping programming photography astronomy swimming rowing chess yoga reading theatre carpentry electronics sailing orienteering basket language volunteer beginner family workshop".Split(' '),
            ["", "", "s", "ing", "er"]),
        ["de"] = ("Bibliothek Töpfern Kochen Tanzen Gitarre Zeichnen Malerei Nähen Garten Imkerei Programmieren Schwimmen Rudern Schach Lesen Theater Tischlerei Elektronik Segeln Größe Straße Mädchen Führung".Split(' '),
            ["", "", "en", "e", "ern"]),
        ["pl"] = ("biblioteka garncarstwo gotowanie taniec gitara rysunek malarstwo szycie ogród pszczelarstwo programowanie pływanie wioślarstwo szachy czytanie teatr stolarstwo elektronika żeglarstwo łódź".Split(' '),
            ["", "", "ami", "ach", "y"]),
        ["ja"] = ("陶芸 料理 図書館 水泳".Split(' '), [""]),
    };

    private static readonly string[] Kinds = ["workshop", "course", "club", "event", "volunteering"];
    private static readonly string[] Skills = ["robotics", "c-sharp", "public-speaking", "first-aid", "cooking", "team-work"];
    private static readonly string[] Access = ["step-free", "hearing-loop", "childcare"];
    private static readonly string[] Districts = ["belvaros", "ujszeged", "tarjan", "rokus", ""];

    public static IReadOnlyList<IndexedActivity> Of(int many, int seed)
    {
        var chance = new Random(seed);
        var organisations = Enumerable.Range(0, 12).Select(_ => Id(chance)).ToArray();
        return [.. Enumerable.Range(0, many).Select(number => One(chance, organisations, number))];
    }

    /// <summary>Some words of a language, in whatever form.</summary>
    public static string Words(Random chance, string language, int many) =>
        string.Join(' ', Enumerable.Range(0, many).Select(_ => Pick(chance, Languages[language].Words) + Pick(chance, Languages[language].Endings)));

    public static string Language(Random chance) => Pick(chance, ["hu", "hu", "hu", "en", "en", "de", "pl", "ja"]);

    public static T Pick<T>(Random chance, IReadOnlyList<T> of) => of[(int)(chance.NextDouble() * chance.NextDouble() * of.Count)]; // some more often

    private static IndexedActivity One(Random chance, Guid[] organisations, int number)
    {
        var begins = Engines.Now.AddMinutes(chance.Next(-60 * 24 * 30, 60 * 24 * 60));
        DateTimeOffset? starts = chance.Next(10) == 0 ? null : begins;
        DateTimeOffset? ends = chance.Next(8) == 0 ? null : begins.AddMinutes(chance.Next(0, 60 * 24 * 20));
        var organisation = Pick(chance, organisations);
        return new(
            Id(chance), Text(chance, 4), Text(chance, 8), Text(chance, 40), Pick(chance, Kinds), Pick(chance, ["onsite", "online", "hybrid"]),
            starts, ends, new(chance.Next(3) == 0 ? 0 : chance.Next(1, 60) * 10_000, "HUF"), Venue(chance), organisation,
            new("hu", $"Szegedi {Languages["hu"].Words[Array.IndexOf(organisations, organisation)]} egyesület"),
            Some(chance, Skills), Some(chance, Access), Some(chance, ["hu", "en", "de", "pl"]), chance.Next(2) == 0 ? null : chance.Next(20), Cancelled: false)
        {
            ChangeNumber = number + 1,
        };
    }

    private static LocalizedText Text(Random chance, int many) => new(
        Enumerable.Range(0, chance.Next(1, 3)).Select(_ => Language(chance)).Distinct()
            .Select(language => KeyValuePair.Create(language, Words(chance, language, chance.Next(1, many + 1)))));

    private static Catalogue.Venue? Venue(Random chance) => chance.Next(6) == 0 ? null : new(
        $"{Pick(chance, Languages["hu"].Words)} ház", $"Fő utca {chance.Next(1, 90)}.", Pick(chance, Districts),
        Math.Round(46.20 + (chance.NextDouble() / 10), 3), Math.Round(20.10 + (chance.NextDouble() / 8), 3));

    private static List<string> Some(Random chance, string[] of) => [.. of.Where(_ => chance.Next(3) == 0)];

    private static Guid Id(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }
}
