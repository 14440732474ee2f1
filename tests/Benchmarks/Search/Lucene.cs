using System.Diagnostics;
using System.Globalization;

namespace LearningCities.Benchmarks.Search;

/// <summary>
/// Lucene in a process of its own, by the small harness beside this file; jars where LUCENE_JARS says. It is given stems, in things
/// and in questions, so that it has as much to find as ours; what is typed half or wrongly is looked for in an index of whole
/// words beside that one, which does not count for its build or its bytes.
/// </summary>
internal sealed class Lucene(string jars) : IPeer
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-");
    private readonly Dictionary<string, Asked> _asked = [];

    public string Name => "lucene";

    public int Most => 1000;

    public Built Build(Catalogue catalogue, Action<string> progress)
    {
        var stems = new Stems();
        using (var things = File.CreateText(Path.Combine(_folder.FullName, "things.tsv")))
        {
            for (var number = 0; number < catalogue.Size; number++)
            {
                var thing = catalogue[number];
                things.WriteLine(string.Join('\t', thing.Number, stems.Of($"{thing.Title} {thing.Text}", thing.Language), $"{thing.Title} {thing.Text}", thing.Kind, thing.Audience, thing.Price,
                    string.Join(' ', thing.Category), thing.Latitude, thing.Longitude, thing.Starts));
            }
        }

        foreach (var asked in QuestionClass.Of(catalogue))
        {
            File.WriteAllLines(Path.Combine(_folder.FullName, $"{asked.Name}.questions"), asked.Questions.Select(q => string.Join(
                '\t', asked.Facets ? "true" : "false", q.Intended.Length > 0 || asked.Name == "autocomplete" ? q.Text : stems.Asked(q.Text), q.Latitude, q.Longitude, q.Metres, q.FromDay, q.ToDay, q.Category)));
        }

        progress("java");
        return Run();
    }

    public Asked Ask(QuestionClass asked) => _asked[asked.Name];

    public void Dispose() => _folder.Delete(recursive: true);

    private Built Run()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Search", "Bench.java");
        using var java = Process.Start(new ProcessStartInfo("java", ["-Xmx2g", "-cp", $"{jars}/*", source, _folder.FullName])
        {
            RedirectStandardOutput = true,
        })!;
        var (built, memory) = (new Built(0, 0, 0), 0L);
        while (java.StandardOutput.ReadLine() is { } line)
        {
            var said = line.Split('\t');
            switch (said[0])
            {
                case "built": built = new Built(Number(said[1]), (long)Number(said[2]), 0); break;
                case "memory": memory = (long)Number(said[1]); break;
                case "asked": _asked[said[1]] = new Asked(Number(said[2]), Number(said[3]), (long)Number(said[4])); break;
            }
        }

        return built with { Memory = memory };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
