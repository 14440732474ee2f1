using System.Globalization;
using System.Text;

namespace LearningCities.Benchmarks.Search;

/// <summary>A made-up catalogue in the form of an export that <c>--import</c> reads, and questions people would ask of it.</summary>
internal sealed class Programmes(int size)
{
    private const int English = 0;
    private static readonly string[] Boroughs = ["Bronx", "Brooklyn", "Manhattan", "Queens", "Staten Island"];
    private static readonly string[] Types = ["Reading & Writing", "After-School Programs", "Jobs & Internships", "Family Support", "Immigration Services"];

    private readonly Catalogue _words = new(size);

    public int Size => size;

    /// <summary>What a row is to a search engine.</summary>
    internal sealed record Row(string Name, string Site, string Type, string Borough, string Agency, string Text, double Latitude, double Longitude);

    public Row this[int number]
    {
        get
        {
            var random = new Random((number * 17) + 3);
            return new(
                Some(random, 4), $"{Some(random, 3)} {number}", Types[random.Next(Types.Length)], Boroughs[random.Next(Boroughs.Length)],
                $"Agency {random.Next(200)}", Some(random, 45), 40.5 + (random.NextDouble() * 0.4), -74.2 + (random.NextDouble() * 0.5));
        }
    }

    public void WriteTo(string file)
    {
        using var csv = new StreamWriter(file, append: false, new UTF8Encoding(false));
        csv.WriteLine("PROGRAM TYPE,PROGRAM,SITE NAME,BOROUGH / COMMUNITY,AGENCY,Contact Number,Grade Level / Age Group ,Location 1,Postcode,Latitude,Longitude,NTA");
        for (var i = 0; i < size; i++)
        {
            var row = this[i];
            csv.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Type},{row.Name},{row.Site},{row.Borough},{row.Agency},,All Ages,,,{row.Latitude:0.00000},{row.Longitude:0.00000},{row.Text}"));
        }
    }

    /// <summary>Words of all frequencies; some near a place, some of one kind, some of two words, some without any.</summary>
    public IReadOnlyList<Asking> Questions(int many)
    {
        var random = new Random(23);
        return [.. Enumerable.Range(0, many).Select(i => (i % 5) switch
        {
            0 or 1 => new Asking(Word(random, 3000)),
            2 => new Asking($"{Word(random, 600)} {Word(random, 600)}"),
            3 => new Asking(Word(random, 200), Near: "brooklyn"),
            _ => new Asking("", Kind: "course"),
        })];
    }

    private string Some(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random, 4000)));

    private string Word(Random random, int ranks) => _words.Word(English, (int)(ranks * random.NextDouble() * random.NextDouble()));

    /// <param name="Near">Within ten kilometres of this place, which the import draws.</param>
    internal sealed record Asking(string Text, string? Near = null, string? Kind = null);
}
