using System.Globalization;
using LearningCities.Search;
using Npgsql;

namespace LearningCities.Benchmarks.Search;

/// <summary>
/// PostgreSQL's full text index with GIN, trigrams for slips, in a database of its own; the server where TEST_POSTGRES says, on
/// this machine. What counts is the time of the server's own process, so that the wire costs it nothing.
/// </summary>
internal sealed class PostgreSql(string server) : IPeer
{
    private readonly string _name = $"bench_{Guid.CreateVersion7():n}";
    private NpgsqlConnection _connection = null!;

    public string Name => "postgresql";

    public int Most => 100;

    private double ServerSeconds =>
        double.Parse(File.ReadAllText($"/proc/{_connection.ProcessID}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e9;

    public Built Build(Catalogue catalogue, Action<string> progress)
    {
        using (var owner = Opened(server))
        {
            Run(owner, $"CREATE DATABASE {_name}");
        }

        _connection = Opened(new NpgsqlConnectionStringBuilder(server) { Database = _name, CommandTimeout = 0 }.ConnectionString);
        Run(_connection, """
            CREATE EXTENSION pg_trgm;
            SET max_parallel_workers_per_gather = 0; SET max_parallel_maintenance_workers = 0; SET maintenance_work_mem = '512MB';
            CREATE TABLE things (id int, kind text, audience text, price text, category text[], latitude float8, longitude float8, day int, words tsvector);
            """);
        var begun = ServerSeconds;
        Fill(catalogue, progress);
        Run(_connection, """
            ALTER TABLE things ADD PRIMARY KEY (id);
            CREATE INDEX ON things USING gin (words);
            CREATE INDEX ON things (latitude, longitude);
            CREATE INDEX ON things USING gin (category);
            CREATE TABLE terms AS SELECT word AS term, ndoc AS docs FROM ts_stat('SELECT words FROM things');
            CREATE INDEX ON terms (term text_pattern_ops);
            CREATE INDEX ON terms USING gin (term gin_trgm_ops);
            ANALYZE;
            """);
        return new Built(ServerSeconds - begun, 0, 0);
    }

    public Asked Ask(QuestionClass asked)
    {
        var (costs, found) = (new List<double>(), 0L);
        foreach (var question in asked.Questions.Take(Most))
        {
            var begun = ServerSeconds;
            found += asked.Name switch
            {
                "autocomplete" => Run(_connection, "SELECT term FROM terms WHERE term LIKE $1 ORDER BY docs DESC LIMIT 8", question.Text + '%'),
                "typo" => Mistyped(question.Text),
                _ => Find(question, asked.Facets),
            };
            costs.Add((ServerSeconds - begun) * 1e6);
        }

        return Asked.Of(costs, found);
    }

    public void Dispose()
    {
        _connection.Dispose();
        using var owner = Opened(server);
        Run(owner, $"DROP DATABASE {_name} WITH (FORCE)");
    }

    private void Fill(Catalogue catalogue, Action<string> progress)
    {
        using var into = _connection.BeginTextImport("COPY things FROM STDIN");
        for (var number = 0; number < catalogue.Size; number++)
        {
            var thing = catalogue[number];
            var words = Words.Of($"{thing.Title} {thing.Text}").Select((word, at) => $"{word.Term}:{at + 1}");
            into.WriteLine(string.Join('\t', thing.Number, thing.Kind, thing.Audience, thing.Price, $"{{{string.Join(',', thing.Category)}}}",
                thing.Latitude, thing.Longitude, thing.Starts, string.Join(' ', words)));
            if (number % 20_000 == 0)
            {
                progress($"{number:N0}");
            }
        }
    }

    private long Find(Question question, bool facets)
    {
        var text = string.Join(" & ", Words.Of(question.Text).Select(word => word.Term));
        if (!facets)
        {
            return Run(_connection, "SELECT id FROM things, to_tsquery('simple', $1) q WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 20", text);
        }

        var where = new List<string> { text.Length > 0 ? "words @@ q" : "true" };
        where.AddRange(question.Metres > 0
            ? [$"latitude BETWEEN {question.Latitude - 0.09} AND {question.Latitude + 0.09}", $"longitude BETWEEN {question.Longitude - 0.13} AND {question.Longitude + 0.13}", $"day >= {question.FromDay} AND day < {question.ToDay}"] : []);
        where.AddRange(question.Category.Length > 0
            ? [$"latitude BETWEEN {question.Latitude - 0.05} AND {question.Latitude + 0.05}", $"longitude BETWEEN {question.Longitude - 0.08} AND {question.Longitude + 0.08}", $"category @> ARRAY['{question.Category}']"] : []);
        return Run(_connection, string.Create(CultureInfo.InvariantCulture, $"""
            WITH found AS MATERIALIZED (SELECT id, kind, audience, price, category, ts_rank(words, q) AS score FROM things, to_tsquery('simple', $1) q WHERE {string.Join(" AND ", where)})
            (SELECT 'kind', kind, count(*)::text FROM found GROUP BY kind) UNION ALL
            (SELECT 'audience', audience, count(*)::text FROM found GROUP BY audience) UNION ALL
            (SELECT 'price', price, count(*)::text FROM found GROUP BY price) UNION ALL
            (SELECT 'category', c, count(*)::text FROM found, unnest(category) c GROUP BY c) UNION ALL
            (SELECT 'hit', id::text, score::text FROM found ORDER BY score DESC LIMIT 20)
            """), text);
    }

    private long Mistyped(string word) => Run(_connection, """
        WITH near AS (SELECT term FROM terms WHERE term % $1 ORDER BY similarity(term, $1) DESC, docs DESC LIMIT 1)
        SELECT id FROM things, near, to_tsquery('simple', near.term) q WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 20
        """, word);

    private static NpgsqlConnection Opened(string to)
    {
        var connection = new NpgsqlConnection(to);
        connection.Open();
        return connection;
    }

    private static long Run(NpgsqlConnection connection, string sql, params string[] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        Array.ForEach(values, value => command.Parameters.AddWithValue(value));
        using var rows = command.ExecuteReader();
        var count = 0L;
        while (rows.Read())
        {
            count++;
        }

        return count;
    }
}
