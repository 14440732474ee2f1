using System.Text;
using System.Text.Json;

namespace LearningCities.Benchmarks.Search;

/// <summary>Elasticsearch as a developer would use it for the same page: its own analysis, filters, counts and highlights.</summary>
internal sealed class ElasticsearchOverHttp(Uri server)
{
    private const string Index = "benchmark-programmes";
    private static readonly string[] Searched = ["name^3", "text"];
    private static readonly string[] Counted = ["type", "borough", "agency", "mode", "language"];

    public async Task Fill(Programmes programmes)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(5) };
        await client.DeleteAsync($"/{Index}");
        await Send(client, HttpMethod.Put, $"/{Index}", JsonSerializer.Serialize(new
        {
            settings = new { number_of_shards = 1, number_of_replicas = 0 },
            mappings = new
            {
                properties = new Dictionary<string, object>
                {
                    ["name"] = new { type = "text", analyzer = "english" },
                    ["text"] = new { type = "text", analyzer = "english" },
                    ["type"] = new { type = "keyword" },
                    ["borough"] = new { type = "keyword" },
                    ["agency"] = new { type = "keyword" },
                    ["mode"] = new { type = "keyword" },
                    ["language"] = new { type = "keyword" },
                    ["price"] = new { type = "long" },
                    ["place"] = new { type = "geo_point" },
                },
            },
        }));
        for (var from = 0; from < programmes.Size; from += 2000)
        {
            var lines = new StringBuilder();
            for (var number = from; number < Math.Min(programmes.Size, from + 2000); number++)
            {
                var row = programmes[number];
                lines.Append("{\"index\":{}}\n").Append(JsonSerializer.Serialize(new
                {
                    name = $"{row.Name}: {row.Site}",
                    text = row.Text,
                    type = row.Type,
                    borough = row.Borough,
                    agency = row.Agency,
                    mode = "onsite",
                    language = "en",
                    price = 0,
                    place = new { lat = row.Latitude, lon = row.Longitude },
                })).Append('\n');
            }

            await Send(client, HttpMethod.Post, $"/{Index}/_bulk", lines.ToString());
        }

        await Send(client, HttpMethod.Post, $"/{Index}/_forcemerge?max_num_segments=1", "");
        await Send(client, HttpMethod.Post, $"/{Index}/_refresh", "");
    }

    public byte[] Request(Programmes.Asking asked)
    {
        var filters = new List<object>();
        if (asked.Near is not null)
        {
            filters.Add(new { geo_distance = new { distance = "10km", place = new { lat = 40.65, lon = -73.95 } } });
        }

        if (asked.Kind is not null)
        {
            filters.Add(new { term = new { type = "Reading & Writing" } });
        }

        return Load.Request(server, $"/{Index}/_search", JsonSerializer.Serialize(new
        {
            size = 20,
            track_total_hits = true,
            query = new
            {
                @bool = new
                {
                    must = asked.Text.Length == 0 ? [] : new object[] { new { multi_match = new { query = asked.Text, fields = Searched, type = "cross_fields", @operator = "and" } } },
                    filter = filters,
                },
            },
            aggs = Counted.ToDictionary(name => name, name => (object)new { terms = new { field = name, size = 100 } }),
            highlight = new { fields = new { name = new { }, text = new { } } },
        }));
    }

    private static async Task Send(HttpClient client, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = new StringContent(body, Encoding.UTF8, path.EndsWith("_bulk", StringComparison.Ordinal) ? "application/x-ndjson" : "application/json");
        var answer = await client.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode || said.Contains("\"errors\":true", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path}: {answer.StatusCode} {said[..Math.Min(500, said.Length)]}");
        }
    }
}
