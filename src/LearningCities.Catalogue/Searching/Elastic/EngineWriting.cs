using System.Collections.Concurrent;
using System.Text.Json;
using LearningCities.Search;
using Microsoft.Extensions.Logging;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>
/// Writes activities with their change numbers as versions: whatever comes twice or late changes nothing, so several processes
/// may write the same. What the engine has no time for is written again, in smaller pieces.
/// </summary>
internal sealed partial class EngineWriting(EngineClient client, ILogger<EngineWriting> log)
{
    private const int Most = 200, Least = 20;
    private const int MostWordsKnown = 200_000;
    private const int Conflict = 409, TooMany = 429, NoTime = 503;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200), LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // The words that an index has been given; to give them again would cost, and change nothing.
    private readonly ConcurrentDictionary<(string Index, string Word), bool> _words = new();
    private int _most = Most;

    private sealed record Line(string Id, byte[] Action, byte[] Document);

    public async Task Apply(string index, IReadOnlyCollection<IndexedActivity> changed, CancellationToken cancellation)
    {
        var waiting = new Queue<IndexedActivity>(changed);
        while (waiting.Count > 0)
        {
            var (lines, words) = (new List<Line>(), new HashSet<string>());
            for (var many = Math.Min(_most, waiting.Count); many > 0; many--)
            {
                Add(waiting.Dequeue(), index, lines, words);
            }

            await Write(index, lines, cancellation);
            Remember(index, words);
        }
    }

    /// <summary>Keeps how far the table has been read, in the index itself.</summary>
    public Task Keep(string index, string position, CancellationToken cancellation) =>
        Write(index, [new("position", Json(new { index = new { _id = "position" } }), Json(new { position }))], cancellation);

    private void Add(IndexedActivity activity, string index, List<Line> lines, HashSet<string> words)
    {
        var version = new { index = new { _id = activity.Id, version = activity.ChangeNumber, version_type = "external" } };
        if (activity.Cancelled)
        {
            lines.Add(new($"{activity.Id}", Json(version), Json(EngineDocument.Gone(activity))));
            return;
        }

        var analysed = Analysis.Of([.. activity.Passages()]);
        foreach (var spelling in analysed.Spellings)
        {
            var word = EngineDocument.IdOf(spelling);
            if (!_words.ContainsKey((index, word)) && words.Add(word))
            {
                lines.Add(new(word, Json(new { create = new { _id = word } }), Json(EngineDocument.Of(spelling))));
            }
        }

        lines.Add(new($"{activity.Id}", Json(version), Json(EngineDocument.Of(activity, analysed))));
    }

    private async Task Write(string index, List<Line> lines, CancellationToken cancellation)
    {
        var (pause, waited) = (FirstPause, TimeSpan.Zero);
        while (true)
        {
            lines = await WriteOnce(index, lines, cancellation);
            if (lines.Count == 0)
            {
                _most = Math.Min(Most, _most * 2);
                return;
            }

            _most = Math.Max(Least, _most / 2);
            if (waited > Patience)
            {
                throw new IndexAwayException("The search engine has no time.");
            }

            await Task.Delay(pause, cancellation);
            waited += pause;
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
        }
    }

    /// <returns>What it had no time for.</returns>
    private async Task<List<Line>> WriteOnce(string index, List<Line> lines, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        foreach (var line in lines)
        {
            body.Write(line.Action);
            body.WriteByte((byte)'\n');
            body.Write(line.Document);
            body.WriteByte((byte)'\n');
        }

        // An alias is required: without that, what is written to an index that is gone would make one without our fields.
        var path = $"{EngineIndexes.WriteName(index)}/_bulk?require_alias=true";
        if (await client.WriteLines(path, body.ToArray(), cancellation) is not { } answer)
        {
            throw Replaced(index);
        }

        return answer.GetProperty("errors").GetBoolean() ? Refused(index, lines, answer.GetProperty("items")) : [];
    }

    private List<Line> Refused(string index, List<Line> lines, JsonElement items)
    {
        var again = new List<Line>();
        foreach (var (line, item) in lines.Zip(items.EnumerateArray().Select(item => item.EnumerateObject().First().Value)))
        {
            switch (item.GetProperty("status").GetInt32())
            {
                case Conflict or (>= 200 and < 300):
                    break; // it is there, or something newer is
                case TooMany or NoTime:
                    again.Add(line);
                    break;
                case 404:
                    throw Replaced(index);
                default:
                    // Nothing that comes again would go better, and what follows must not wait for it.
                    CannotIndex(line.Id, item.GetProperty("error").GetRawText());
                    break;
            }
        }

        return again;
    }

    private void Remember(string index, HashSet<string> words)
    {
        if (_words.Count > MostWordsKnown)
        {
            _words.Clear();
        }

        foreach (var word in words)
        {
            _words[(index, word)] = true;
        }
    }

    private static IndexReplacedException Replaced(string index) => new($"The index {index} is no more.");

    private static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), JsonSerializerOptions.Web);

    [LoggerMessage(LogLevel.Error, "The search engine refused {Id}, which is not found until it changes: {Reason}")]
    private partial void CannotIndex(string id, string reason);
}
