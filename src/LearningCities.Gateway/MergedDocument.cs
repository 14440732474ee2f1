using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LearningCities.Gateway;

/// <summary>One OpenAPI document of the whole suite, made of the modules' own.</summary>
internal sealed partial class MergedDocument(
    Neighbours neighbours, IConfiguration configuration, TimeProvider clock, ILogger<MergedDocument> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1), KeptWhileSomeAreSilent = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private (string Text, DateTimeOffset Until) _kept = ("", DateTimeOffset.MinValue);

    private static readonly string[] Modules =
        ["identity", "catalogue", "pathways", "badges", "mobility", "notifications", "insight"];

    /// <summary>As it is now, or was a moment ago: it changes with a new version of a module and at no other time.</summary>
    public async Task<string> Read(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation); // many who come at once wait for one making
        try
        {
            if (_kept.Until <= clock.GetUtcNow())
            {
                var (document, isWhole) = await Make(cancellation);
                _kept = (document.ToJsonString(AsItIs), clock.GetUtcNow() + (isWhole ? Kept : KeptWhileSomeAreSilent));
            }

            return _kept.Text;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>The modules that do not answer are left out, and named in the description.</summary>
    private async Task<(JsonObject Document, bool IsWhole)> Make(CancellationToken cancellation)
    {
        var (paths, schemas, ways) = (new JsonObject(), new JsonObject(), new JsonObject());
        var (tags, silent) = (new JsonArray(), new List<string>());
        foreach (var module in Modules)
        {
            if (await Read(module, cancellation) is not { } document)
            {
                silent.Add(module);
                continue;
            }

            Move(document["paths"], paths);
            Move(document["components"]?["schemas"], schemas, name => Name(module, name));
            Move(document["components"]?["securitySchemes"], ways); // the same in all
            tags.Add(new JsonObject { ["name"] = module });
        }

        var whole = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Learning Cities",
                ["version"] = "1",
                ["license"] = new JsonObject { ["name"] = "EUPL-1.2", ["identifier"] = "EUPL-1.2" },
                ["description"] = silent.Count == 0 ? "Every module." : $"Without {string.Join(", ", silent)}, which did not answer.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = configuration["PublicUrl"] }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas, ["securitySchemes"] = ways },
            ["tags"] = tags,
        };
        return (whole, silent.Count == 0);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/openapi.json", async (MergedDocument document, CancellationToken cancellation) =>
            Results.Text(await document.Read(cancellation), "application/json"))
        .AllowAnonymous()
        .ExcludeFromDescription();

    private async Task<JsonObject?> Read(string module, CancellationToken cancellation)
    {
        try
        {
            var text = await neighbours.To(module).GetStringAsync($"/openapi/{module}.json", cancellation);
            // Two modules may call different things by one name: each gets its module's before it.
            return JsonNode.Parse(text.Replace("\"#/components/schemas/", $"\"#/components/schemas/{Name(module, "")}", StringComparison.Ordinal))!
                .AsObject();
        }
        catch (HttpRequestException fault)
        {
            Silent(fault, module);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Module} gave no OpenAPI document; the merged one does without it")]
    private partial void Silent(Exception fault, string module);

    private static string Name(string module, string schema) => char.ToUpperInvariant(module[0]) + module[1..] + schema;

    private static void Move(JsonNode? from, JsonObject to, Func<string, string>? rename = null)
    {
        foreach (var (name, node) in from?.AsObject().ToList() ?? [])
        {
            to[rename?.Invoke(name) ?? name] = node?.DeepClone();
        }
    }
}
