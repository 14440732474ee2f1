using System.Diagnostics;
using LearningCities.Search;

namespace LearningCities.Benchmarks.Search;

/// <summary>
/// Readers beside a writer: how late an answer comes while a thousand things a second are replaced, beside how late it comes
/// while nothing changes; how late a change is found; and what memory it takes.
/// </summary>
internal sealed class LivingBenchmark : IBenchmark
{
    private const int Readers = 20, UpdatesASecond = 1000, Batch = 100;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20), Busy = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(40);

    public string Name => "living";

    public string What => $"our engine with {Readers} readers, quiet, and while {UpdatesASecond:N0} things a second are replaced for a minute";

    /// <param name="Text">Whose texts it has by now.</param>
    private readonly record struct Edition(int Number, int Text);

    public async Task Run(int size, Report report)
    {
        var catalogue = new Catalogue(size);
        var known = Enumerable.Range(0, Math.Min(size, 20_000)).Select(number => catalogue[number]).ToArray();
        var index = Filled(catalogue, known);
        var questions = QuestionClass.Of(catalogue).Where(asked => asked.Name != "autocomplete")
            .SelectMany(asked => asked.Questions.Take(200).Select(question => Ours.Query(asked, question))).ToArray();
        await Read(index, questions, TimeSpan.FromSeconds(10), CancellationToken.None); // until all is compiled
        var memory = Memory();

        var quiet = await Read(index, questions, Quiet, CancellationToken.None);
        using var over = new CancellationTokenSource();
        var reading = Read(index, questions, Busy + Quiet, over.Token);
        var (found, made) = await Task.Run(() => Write(index, size, known.Length));
        await over.CancelAsync();
        var busy = await reading;
        await index.Settle();

        Report.Progress($"  quiet: {quiet.Count:N0} answers, median {Percentile(quiet, 0.5):0.00} ms, p99 {Percentile(quiet, 0.99):0.00} ms");
        Report.Progress($"  busy: {busy.Count:N0} answers, median {Percentile(busy, 0.5):0.00} ms, p99 {Percentile(busy, 0.99):0.00} ms; {made:N0} replaced, {made / Busy.TotalSeconds:N0} a second");
        Report.Progress($"  a change is found after {Percentile(found, 0.5):0.0} ms, p99 {Percentile(found, 0.99):0.0} ms; memory {memory / 1e6:0} MB before, {Memory() / 1e6:0} MB after");
        report.Rates("living-updates", made / Busy.TotalSeconds, UpdatesASecond, 1);
        report.Costs("living-late", Percentile(busy, 0.99), Percentile(quiet, 0.99), 0.5);
        report.Costs("living-found", Percentile(found, 0.99), 1000, 1);
        report.Costs("living-memory", Memory(), memory, 0.8);
    }

    private static SearchIndex<Edition> Filled(Catalogue catalogue, Thing[] known)
    {
        Thing? last = null;
        Thing Of(Edition edition) => edition.Text < known.Length ? known[edition.Text] // it costs more to make up a text than to index it
            : last?.Number == edition.Text ? last : last = catalogue[edition.Text];
        var index = new SearchIndex<Edition>(Ours.Schema<Edition>(edition => Catalogue.IdOf(edition.Number), Of));
        for (var from = 0; from < catalogue.Size; from += 65_536)
        {
            index.Apply(Enumerable.Range(from, Math.Min(65_536, catalogue.Size - from)).Select(number => new Edition(number, number)), []);
        }

        index.Settle().GetAwaiter().GetResult();
        return index;
    }

    /// <summary>Readers ask, read for a while, and ask again. How many milliseconds each answer took.</summary>
    private static async Task<List<double>> Read(SearchIndex<Edition> index, Query[] questions, TimeSpan time, CancellationToken over)
    {
        var begun = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
        {
            var (random, took) = (new Random(reader), new List<double>());
            while (Stopwatch.GetElapsedTime(begun) < time && !over.IsCancellationRequested)
            {
                var asked = Stopwatch.GetTimestamp();
                index.Search(questions[random.Next(questions.Length)]);
                took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                await Task.Delay(Pause * (0.5 + random.NextDouble()), CancellationToken.None);
            }

            return took;
        })));
        return [.. all.SelectMany(took => took)];
    }

    /// <summary>Replaces things in batches at their time. How many milliseconds each batch took until it was found.</summary>
    private static (List<double> Found, int Made) Write(SearchIndex<Edition> index, int size, int texts)
    {
        var (random, found, made, begun) = (new Random(17), new List<double>(), 0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(begun) < Busy)
        {
            var numbers = Enumerable.Range(0, Batch).Select(_ => random.Next(size)).Distinct().ToList();
            var applied = Stopwatch.GetTimestamp();
            index.Apply(numbers.Select(number => new Edition(number, random.Next(texts))), []);
            found.Add(Stopwatch.GetElapsedTime(applied).TotalMilliseconds);
            made += numbers.Count;
            var early = TimeSpan.FromSeconds(made / (double)UpdatesASecond) - Stopwatch.GetElapsedTime(begun);
            if (early > TimeSpan.Zero)
            {
                Thread.Sleep(early);
            }
        }

        return (found, made);
    }

    private static double Percentile(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
