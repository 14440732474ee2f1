using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningCities.Suite.Tests;

public sealed class OpenApiTests(WholeSuite suite)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is read in reviews and by no browser
    };

    public static TheoryData<string> WithAnApi => [.. Host.Suite.Targets.Except(["web", "gateway"])];

    [Theory]
    [MemberData(nameof(WithAnApi))]
    public async Task What_partners_call_changes_only_on_purpose(string module) =>
        await Sources.IsApproved($"{module}.openapi.approved.json", (await DocumentOf(module)).ToJsonString(Readable) + "\n");

    [Theory]
    [MemberData(nameof(WithAnApi))]
    public async Task Every_verb_says_what_it_does_and_has_a_name_of_its_own(string module)
    {
        var verbs = (await DocumentOf(module))["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(verb => (path.Key, verb.Key, verb.Value!["operationId"], verb.Value["summary"])))
            .ToList();

        Assert.All(verbs, verb => Assert.True(verb.Item3 is not null && verb.Item4 is not null, $"{verb} says nothing."));
        Assert.Distinct(verbs.Select(verb => verb.Item3!.ToString()));
    }

    [Theory]
    [InlineData("badges", "AwardBadgeRequest", "CreateBadgeRequest", "Idempotency-Key", "If-Match", "ShowAwardResponse")]
    [InlineData("notifications", "ListNotificationsResponse")]
    [InlineData("pathways", "AddStepRequest", "CreatePathwayRequest", "ListPathwaysPage", "ShowPathwayResponse")]
    public async Task A_modules_document_names_what_each_verb_takes_and_gives(string module, params string[] words)
    {
        var document = (await DocumentOf(module)).ToJsonString();

        Assert.All(words, word => Assert.Contains($"\"{word}\"", document, StringComparison.Ordinal));
    }

    private async Task<JsonNode> DocumentOf(string module)
    {
        using var visitor = suite.NewCity().Anonymous();
        return JsonNode.Parse(await visitor.GetStringAsync($"/openapi/{module}.json"))!;
    }
}
