using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace LearningCities.Benchmarks.Search;

/// <summary>What a C# developer would install. It has no facets of its own here: a collector counts doc values.</summary>
internal sealed class LuceneNet : IPeer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private static readonly string[] Dimensions = ["kind", "audience", "price", "category"];
    private readonly RAMDirectory _directory = new();
    private readonly Analyzer _analyzer = Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(Version, words)));
    });

    private IndexSearcher _searcher = null!;

    public string Name => "lucene-net";

    public int Most => 300;

    public Built Build(Catalogue catalogue, Action<string> progress)
    {
        var spent = 0.0;
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(Version, _analyzer) { RAMBufferSizeMB = 128 }))
        {
            foreach (var batch in Enumerable.Range(0, catalogue.Size).Chunk(20_000))
            {
                var things = batch.Select(number => catalogue[number]).ToList();
                var begun = Processor.ProcessSeconds;
                things.ForEach(thing => writer.AddDocument(Of(thing)));
                spent += Processor.ProcessSeconds - begun;
                progress($"{batch[^1] + 1:N0}");
            }

            writer.ForceMerge(1);
        }

        _searcher = new IndexSearcher(DirectoryReader.Open(_directory));
        return new Built(spent, _directory.GetSizeInBytes(), _directory.GetSizeInBytes());
    }

    public Asked Ask(QuestionClass asked)
    {
        var (costs, found) = (new List<double>(), 0L);
        foreach (var _ in Asked.Rounds())
        {
            (costs, found) = ([], 0);
            foreach (var question in asked.Questions.Take(Most))
            {
                var begun = Processor.Microseconds;
                found += asked.Name == "autocomplete" ? Complete(question.Text) : Find(asked, question);
                costs.Add(Processor.Microseconds - begun);
            }
        }

        return Asked.Of(costs, found);
    }

    public void Dispose()
    {
        _searcher?.IndexReader.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }

    private static Document Of(Thing thing)
    {
        var document = new Document { new TextField("text", $"{thing.Title} {thing.Text}", Field.Store.NO) };
        foreach (var (dimension, value) in new[] { ("kind", thing.Kind), ("audience", thing.Audience), ("price", thing.Price) })
        {
            document.Add(new SortedSetDocValuesField(dimension, new BytesRef(value)));
        }

        foreach (var category in thing.Category)
        {
            document.Add(new SortedSetDocValuesField("category", new BytesRef(category)));
            document.Add(new StringField("cat", category, Field.Store.NO));
        }

        document.Add(new DoubleField("latitude", thing.Latitude, Field.Store.NO));
        document.Add(new DoubleField("longitude", thing.Longitude, Field.Store.NO));
        document.Add(new Int32Field("day", thing.Starts, Field.Store.NO));
        return document;
    }

    private int Find(QuestionClass asked, Question question)
    {
        var query = Query(asked, question);
        if (!asked.Facets)
        {
            return _searcher.Search(query, 20).TotalHits;
        }

        var (top, counting) = (TopScoreDocCollector.Create(20, docsScoredInOrder: true), new Counting());
        _searcher.Search(query, MultiCollector.Wrap(top, counting));
        return top.TotalHits;
    }

    private BooleanQuery Query(QuestionClass asked, Question question)
    {
        var all = new BooleanQuery();
        foreach (var word in Analyzed(question.Text))
        {
            var term = new Term("text", word);
            all.Add(asked.Name == "typo" ? new FuzzyQuery(term, word.Length < 8 ? 1 : 2) : new TermQuery(term), Occur.MUST);
        }

        if (question.Metres > 0)
        {
            AddBox(all, question, 0.09, 0.13);
            all.Add(NumericRangeQuery.NewInt32Range("day", question.FromDay, question.ToDay, true, false), Occur.MUST);
        }

        if (question.Category.Length > 0)
        {
            AddBox(all, question, 0.05, 0.08);
            all.Add(new TermQuery(new Term("cat", question.Category)), Occur.MUST);
        }

        return all;
    }

    private static void AddBox(BooleanQuery all, Question question, double north, double east)
    {
        all.Add(NumericRangeQuery.NewDoubleRange("latitude", question.Latitude - north, question.Latitude + north, true, true), Occur.MUST);
        all.Add(NumericRangeQuery.NewDoubleRange("longitude", question.Longitude - east, question.Longitude + east, true, true), Occur.MUST);
    }

    private List<string> Analyzed(string text)
    {
        var words = new List<string>();
        using var stream = _analyzer.GetTokenStream("text", text);
        var word = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            words.Add(word.ToString()!);
        }

        stream.End();
        return words;
    }

    private int Complete(string beginning)
    {
        var best = new PriorityQueue<string, int>();
        foreach (var leaf in _searcher.IndexReader.Leaves)
        {
            var terms = leaf.AtomicReader.GetTerms("text").GetEnumerator();
            if (terms.SeekCeil(new BytesRef(beginning)) is TermsEnum.SeekStatus.END)
            {
                continue;
            }

            do
            {
                if (!StringHelper.StartsWith(terms.Term, new BytesRef(beginning)))
                {
                    break;
                }

                best.Enqueue(terms.Term.Utf8ToString(), terms.DocFreq);
                if (best.Count > 8)
                {
                    best.Dequeue();
                }
            }
            while (terms.MoveNext());
        }

        return best.Count;
    }

    private sealed class Counting : ICollector
    {
        private readonly int[][] _counts = [.. Dimensions.Select(_ => new int[64])];
        private readonly SortedSetDocValues[] _values = new SortedSetDocValues[Dimensions.Length];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void SetNextReader(AtomicReaderContext context)
        {
            for (var i = 0; i < Dimensions.Length; i++)
            {
                _values[i] = context.AtomicReader.GetSortedSetDocValues(Dimensions[i]);
            }
        }

        public void Collect(int doc)
        {
            for (var i = 0; i < Dimensions.Length; i++)
            {
                _values[i].SetDocument(doc);
                for (var ord = _values[i].NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = _values[i].NextOrd())
                {
                    _counts[i][ord]++;
                }
            }
        }
    }
}
