using LearningCities.Search;
using Microsoft.Data.Sqlite;

namespace LearningCities.Benchmarks.Search;

/// <summary>SQLite's full text index with tables for the rest, in memory. It does not fold ł and ß, so its texts are folded for it.</summary>
internal sealed class Fts5 : IPeer
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public string Name => "fts5";

    public int Most => 100;

    public Built Build(Catalogue catalogue, Action<string> progress)
    {
        _connection.Open();
        Run("""
            CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
            CREATE VIRTUAL TABLE words USING fts5vocab(texts, row);
            CREATE TABLE things (id INTEGER PRIMARY KEY, kind, audience, price, latitude REAL, longitude REAL, day INTEGER);
            CREATE TABLE categories (id INTEGER, category TEXT, PRIMARY KEY (id, category)) WITHOUT ROWID;
            CREATE INDEX places ON things (latitude, longitude);
            """);
        var spent = 0.0;
        foreach (var batch in Enumerable.Range(0, catalogue.Size).Chunk(20_000))
        {
            var things = batch.Select(number => catalogue[number]).ToList();
            var texts = things.ConvertAll(thing => string.Join(' ', Words.Of($"{thing.Title} {thing.Text}").Select(word => word.Term)));
            var begun = Processor.ProcessSeconds;
            Put(things, texts);
            spent += Processor.ProcessSeconds - begun;
            progress($"{batch[^1] + 1:N0}");
        }

        Run("INSERT INTO texts(texts) VALUES ('optimize')");
        return new Built(spent, 0, 0);
    }

    public Asked Ask(QuestionClass asked)
    {
        var (costs, found) = (new List<double>(), 0L);
        foreach (var question in asked.Questions.Take(Most))
        {
            var begun = Processor.Microseconds;
            found += asked.Name switch
            {
                "autocomplete" => Complete(question.Text),
                "typo" => Mistyped(question.Text),
                _ => Find(question, asked.Facets),
            };
            costs.Add(Processor.Microseconds - begun);
        }

        return Asked.Of(costs, found);
    }

    public void Dispose() => _connection.Dispose();

    private void Put(List<Thing> things, List<string> texts)
    {
        using var transaction = _connection.BeginTransaction();
        for (var i = 0; i < things.Count; i++)
        {
            var thing = things[i];
            Run("INSERT INTO texts (rowid, text) VALUES (@0, @1)", thing.Number, texts[i]);
            Run("INSERT INTO things VALUES (@0, @1, @2, @3, @4, @5, @6)",
                thing.Number, thing.Kind, thing.Audience, thing.Price, thing.Latitude, thing.Longitude, thing.Starts);
            foreach (var category in thing.Category)
            {
                Run("INSERT INTO categories VALUES (@0, @1)", thing.Number, category);
            }
        }

        transaction.Commit();
    }

    /// <summary>What is found goes into a table of its own, and each facet counts it.</summary>
    private long Find(Question question, bool facets)
    {
        var text = string.Join(' ', Words.Of(question.Text).Select(word => word.Term));
        if (!facets)
        {
            return Run("SELECT rowid FROM texts WHERE texts MATCH @0 ORDER BY rank LIMIT 20", text);
        }

        Run("DROP TABLE IF EXISTS temp.found");
        var where = new List<string>();
        where.AddRange(question.Metres > 0
            ? [$"latitude BETWEEN {question.Latitude - 0.09} AND {question.Latitude + 0.09}", $"longitude BETWEEN {question.Longitude - 0.13} AND {question.Longitude + 0.13}", $"day >= {question.FromDay} AND day < {question.ToDay}"] : []);
        where.AddRange(question.Category.Length > 0
            ? [$"latitude BETWEEN {question.Latitude - 0.05} AND {question.Latitude + 0.05}", $"longitude BETWEEN {question.Longitude - 0.08} AND {question.Longitude + 0.08}", $"id IN (SELECT id FROM categories WHERE category = '{question.Category}')"] : []);
        Run(text.Length == 0
            ? $"CREATE TEMP TABLE found AS SELECT id, 0 AS score FROM things WHERE {string.Join(" AND ", where)}"
            : where.Count == 0
            ? "CREATE TEMP TABLE found AS SELECT rowid AS id, rank AS score FROM texts WHERE texts MATCH @0"
            : $"CREATE TEMP TABLE found AS SELECT t.rowid AS id, rank AS score FROM texts t JOIN things ON things.id = t.rowid WHERE texts MATCH @0 AND {string.Join(" AND ", where)}", text);
        foreach (var facet in new[] { "kind", "audience", "price" })
        {
            Run($"SELECT {facet}, count(*) FROM found JOIN things USING (id) GROUP BY 1");
        }

        Run("SELECT category, count(*) FROM found JOIN categories USING (id) GROUP BY 1");
        return Run("SELECT id FROM found ORDER BY score LIMIT 20");
    }

    private long Complete(string beginning) =>
        Run("SELECT term FROM words WHERE term >= @0 AND term < @0 || char(65535) ORDER BY doc DESC LIMIT 8", beginning);

    // It knows no slips: one asks its words one by one, those of a like length with the same first letter.
    private long Mistyped(string word)
    {
        var (best, least) = ("", int.MaxValue);
        using var command = Command("SELECT term FROM words WHERE term >= @0 AND term < @0 || char(65535) AND length(term) BETWEEN @1 AND @2",
            word[..1], word.Length - 2, word.Length + 2);
        using (var terms = command.ExecuteReader())
        {
            while (terms.Read())
            {
                if (Slips.Between(word, terms.GetString(0), 2) is var edits && edits < least)
                {
                    (best, least) = (terms.GetString(0), edits);
                }
            }
        }

        return best.Length == 0 ? 0 : Run("SELECT rowid FROM texts WHERE texts MATCH @0 ORDER BY rank LIMIT 20", best);
    }

    private long Run(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        using var rows = command.ExecuteReader();
        var count = 0L;
        while (rows.Read())
        {
            count++;
        }

        return count;
    }

    private SqliteCommand Command(string sql, params object[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"@{i}", values[i]);
        }

        return command;
    }
}
