using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace LearningCities.Suite.Tests;

/// <summary>
/// Every verb that the documents name is sent what no client should send. Whatever it is, the answer is one of ours: no 5xx,
/// and a refusal is a problem document with a code, a title and the address that explains it.
/// </summary>
public sealed class BadInputTests(WholeSuite suite)
{
    private const string Unlikely = "0199c2f4-6b1e-7d3a-9c55-2f0a8e4b7d99";

    private static readonly string[] NoRequests =
    [
        "", "{", "[]", "null", "42", "\"x\"", "{}x", "{\"a\":1,\"a\":2}", "{'a':1}", "// nothing",
        new string('[', 5_000), string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100),
    ];

    private static readonly string[] NoValues =
    [
        "null", "{}", "[]", "[[[[1]]]]", "true", "-1", "0", "1e400", "99999999999999999999", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
        "\"\\u202e\\u2066\"", "\"<script>alert(1)</script>\"", "\"👩‍🏭\"", "\"2027-02-30\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"",
        $"\"{new string('ő', 20_000)}\"", "{\"en\":null}", "{\"\":\"x\"}", "{\"en\":\"\"}", "[null]", "[\"\\u0000\"]", "{\"en\":\"\\u0000\"}", "{\"e\\u0000\":\"x\"}",
    ];

    private static readonly string[] NoWords =
    [
        "", "%00", "-1", "0", "abc", "99999999999999999999", "1e9", "%27%3B%20DROP%20TABLE%20x", "..%2f..%2fetc", "%F0%9F%92%A9", "%ED%A0%80",
        "%E2%80%AE", "2027-02-30", "0001-01-01", "9999-12-31", "NaN", "Infinity", "*", "%22unclosed", new('a', 4_000),
    ];

    public static TheoryData<string> WithAnApi => OpenApiTests.WithAnApi;

    [Theory]
    [MemberData(nameof(WithAnApi))]
    public async Task A_body_that_is_no_request_is_refused_with_a_reason(string module)
    {
        using var somebody = Somebody();
        foreach (var verb in (await VerbsOf(module)).Where(verb => verb.Example is not null))
        {
            foreach (var body in NoRequests.Where(body => verb.Members is not [] || !body.StartsWith("{\"a\"", StringComparison.Ordinal)))
            {
                using var answer = await Send(somebody, verb, verb.Path, body);
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{verb} {Short(body)}: {answer.StatusCode}");
                await IsExplained(answer, $"{verb} {Short(body)}");
            }

            using var letter = await Send(somebody, verb, verb.Path, "name=x", "text/plain");
            Assert.True(letter.StatusCode is HttpStatusCode.UnsupportedMediaType, $"{verb} as text: {letter.StatusCode}");
            await IsExplained(letter, $"{verb} as text");
        }
    }

    [Theory]
    [MemberData(nameof(WithAnApi))]
    public async Task Whatever_stands_in_a_member_is_taken_or_refused_with_a_reason(string module)
    {
        using var somebody = Somebody();
        foreach (var verb in (await VerbsOf(module)).Where(verb => verb.Example is not null))
        {
            foreach (var member in verb.Members)
            {
                foreach (var value in NoValues.Append("")) // and once without it
                {
                    using var answer = await Send(somebody, verb, verb.Path, With(verb.Example!, member, value));
                    await IsExplained(answer, $"{verb} {member}={Short(value)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(WithAnApi))]
    public async Task Whatever_stands_in_the_address_is_taken_or_refused_with_a_reason(string module)
    {
        using var somebody = Somebody();
        foreach (var verb in await VerbsOf(module))
        {
            foreach (var word in NoWords)
            {
                var addresses = verb.Asks.Select(ask => $"{verb.Path}?{ask}={word}")
                    .Concat(word.Length > 0 && word != "%00" /* which the web server refuses by itself */ && verb.Template.Contains('{') ? [verb.Template[..verb.Template.IndexOf('{')] + word] : []);
                foreach (var address in addresses)
                {
                    using var answer = await Send(somebody, verb, address, verb.Example?.ToJsonString() ?? "");
                    await IsExplained(answer, $"{verb.Method} {Short(address)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(WithAnApi))]
    public async Task Every_example_is_a_request_that_can_be_taken(string module)
    {
        using var somebody = Somebody();
        foreach (var verb in (await VerbsOf(module)).Where(verb => verb.Takes))
        {
            Assert.True(verb.Example is not null, $"{verb} shows no example.");
            using var answer = await Send(somebody, verb, verb.Path, verb.Example!.ToJsonString());
            Assert.True(answer.StatusCode is not HttpStatusCode.BadRequest, $"{verb}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Theory]
    [MemberData(nameof(WithAnApi))]
    public async Task Who_has_no_token_is_told_so_before_anything_else(string module)
    {
        using var stranger = suite.NewCity().Anonymous();
        foreach (var verb in (await VerbsOf(module)).Where(verb => verb.Scopes.Count > 0))
        {
            using var answer = await Send(stranger, verb, verb.Path, verb.Example?.ToJsonString() ?? "");
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{verb}: {answer.StatusCode}");
            await IsExplained(answer, $"{verb} without a token");
        }
    }

    [Theory]
    [MemberData(nameof(WithAnApi))]
    public async Task A_token_for_something_else_is_not_enough(string module)
    {
        using var learner = suite.NewCity().Client("something-else");
        foreach (var verb in (await VerbsOf(module)).Where(verb => verb.Scopes.Count > 0))
        {
            using var answer = await Send(learner, verb, verb.Path, verb.Example?.ToJsonString() ?? "");
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden, $"{verb}: {answer.StatusCode}");
            await IsExplained(answer, $"{verb} with another scope");
        }
    }

    private HttpClient Somebody() => suite.NewCity().Client([.. suite.Scopes()]);

    private static async Task<HttpResponseMessage> Send(
        HttpClient client, Verb verb, string address, string body, string type = "application/json")
    {
        var request = new HttpRequestMessage(verb.Method, address);
        if (verb.Takes)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        }

        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        request.Headers.Add("If-Match", "\"1\"");
        return await client.SendAsync(request);
    }

    private static async Task IsExplained(HttpResponseMessage answer, string of)
    {
        Assert.True((int)answer.StatusCode < 500, $"{of}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        if ((int)answer.StatusCode >= 400)
        {
            Assert.True(answer.Content.Headers.ContentType?.MediaType is "application/problem+json", $"{of}: {answer.StatusCode} {answer.Content.Headers.ContentType}");
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.True($"{problem["code"]}".Length > 0 && $"{problem["title"]}".Length > 0, $"{of}: {problem}");
            Assert.EndsWith($"/problems/{problem["code"]}", $"{problem["type"]}", StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<Verb>> VerbsOf(string module)
    {
        using var visitor = suite.NewCity().Anonymous();
        var document = JsonNode.Parse(await visitor.GetStringAsync($"/openapi/{module}.json"))!;
        return
        [
            .. from path in document["paths"]!.AsObject()
               from verb in path.Value!.AsObject()
               where $"{verb.Value!["operationId"]}" != "IssueToken" // its errors are the protocol's own (RFC 6749)
               select new Verb(HttpMethod.Parse(verb.Key), path.Key, verb.Value!, document),
        ];
    }

    private static string With(JsonNode example, string member, string value)
    {
        var members = example.AsObject().Where(one => one.Key != member).Select(one => $"\"{one.Key}\":{one.Value?.ToJsonString() ?? "null"}");
        return $"{{{string.Join(',', value.Length == 0 ? members : members.Append($"\"{member}\":{value}"))}}}";
    }

    private static string Short(string text) => text.Length > 60 ? $"{text[..60]}… ({text.Length})" : text;

    private sealed record Verb(HttpMethod Method, string Template, JsonNode Said, JsonNode Document)
    {
        public string Path => string.Join('/', Template.Split('/').Select(part => part switch
        {
            "{party}" => "sending",
            "{code}" or "{token}" => "nobody-has-this",
            "{handler}" => "badges.Nobody",
            "{shortName}" or "{shortNameOrId}" => "atlantis",
            ['{', ..] => Unlikely,
            _ => part,
        }));

        public bool Takes => Said["requestBody"] is not null;

        public JsonNode? Example => Said["requestBody"]?["content"]?["application/json"]?["example"]
            ?? (Takes && Members is [] ? new JsonObject() : null); // where nothing needs to be said

        public IReadOnlyList<string> Members => Said["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"] is { } named
            ? [.. Document["components"]!["schemas"]![$"{named}".Split('/')[^1]]!["properties"]?.AsObject().Select(p => p.Key) ?? []]
            : [];

        public IReadOnlyList<string> Asks =>
            [.. Said["parameters"]?.AsArray().Where(p => $"{p!["in"]}" == "query").Select(p => $"{p!["name"]}") ?? []];

        public IReadOnlyList<string> Scopes =>
            [.. Said["security"]?.AsArray().SelectMany(way => way!.AsObject().SelectMany(w => w.Value!.AsArray().Select(s => $"{s}"))) ?? []];

        public override string ToString() => $"{Method} {Path}";
    }
}
