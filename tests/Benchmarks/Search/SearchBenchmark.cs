namespace LearningCities.Benchmarks.Search;

/// <summary>The table of engines: each class of questions, each peer, as medians of processor time.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    private static readonly Dictionary<string, double[]> Goals = new()
    {
        ["fts5"] = [25, 12, 80, 15, 30, 6, 100],
        ["lucene"] = [1.3, 2.5, 5, 8, 4, 10, 6],
        ["postgresql"] = [40, 15, 80, 40, 40, 40, 40],
        ["lucene-net"] = [3, 3, 3, 3, 3, 3, 3],
    };

    public string Name => "search";

    public string What => "our engine against SQLite's FTS5, Lucene.Net, PostgreSQL where TEST_POSTGRES names one, and Lucene on Java where LUCENE_JARS names a folder with its jars";

    public Task Run(int size, Report report)
    {
        var catalogue = new Catalogue(size);
        var classes = QuestionClass.Of(catalogue).Where(asked => IsWanted("SEARCH_CLASSES", asked.Name)).ToList();
        var (ours, ourAnswers) = Measure(new Ours(), catalogue, classes);
        foreach (var peer in Peers())
        {
            var (theirs, answers) = Measure(peer, catalogue, classes);
            for (var i = 0; i < classes.Count; i++)
            {
                Report.Progress($"  {classes[i].Name}: ours found {ourAnswers[i].Found:N0}, {peer.Name} {answers[i].Found:N0}");
                report.Costs($"search-{classes[i].Name}-{peer.Name}", ourAnswers[i].Median, answers[i].Median, Goals[peer.Name][Array.IndexOf(QuestionClass.Names, classes[i].Name)]);
            }

            if (peer is Lucene)
            {
                report.Costs("search-build-lucene", ours.Seconds, theirs.Seconds, 2.5);
                report.Costs("search-bytes-lucene", ours.Bytes, theirs.Bytes, 1);
                for (var i = 0; i < classes.Count; i++)
                {
                    report.Costs($"search-late-{classes[i].Name}-lucene", ourAnswers[i].Late, answers[i].Late, 1 / 0.8);
                }
            }
        }

        if (IsWanted("SEARCH_CLASSES", "typo"))
        {
            report.Shares("search-typo-first", ourAnswers[^1].First, 0.95);
            report.Shares("search-typo-twenty", ourAnswers[^1].Twenty, 0.98);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<IPeer> Peers()
    {
        var all = new List<Func<IPeer>> { () => new Fts5(), () => new LuceneNet() };
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server)
        {
            all.Add(() => new PostgreSql(server));
        }

        if (Environment.GetEnvironmentVariable("LUCENE_JARS") is { Length: > 0 } jars)
        {
            all.Insert(0, () => new Lucene(jars));
        }

        return all.Select(make => make()).Where(peer => IsWanted("SEARCH_PEERS", peer.Name));
    }

    private static bool IsWanted(string setting, string name) => Environment.GetEnvironmentVariable(setting)?.Split(',').Contains(name) ?? true;

    private static (Built Built, List<Asked> Answers) Measure(IPeer peer, Catalogue catalogue, List<QuestionClass> classes)
    {
        using (peer)
        {
            Report.Progress($"  {peer.Name}: building");
            var built = peer.Build(catalogue, at => Console.Error.Write($"    {at}    \r"));
            Report.Progress($"  {peer.Name}: built in {built.Seconds:0.0} s of processor time, {catalogue.Size / built.Seconds:N0} a second; index {built.Bytes / 1e6:0} MB, memory {built.Memory / 1e6:0} MB");
            var answers = classes.Select(peer.Ask).ToList();
            for (var i = 0; i < classes.Count; i++)
            {
                Report.Progress($"    {classes[i].Name,-14} median {answers[i].Median,10:0.0} µs, p99 {answers[i].Late,10:0.0} µs, found {answers[i].Found:N0}");
            }

            return (built, answers);
        }
    }
}
