using System.Text.Json;

namespace LearningCities.Gateway.Tests;

public class MergedDocumentTests(GatewaySuite suite)
{
    [Fact]
    public async Task One_document_describes_every_module_and_points_only_into_itself()
    {
        using var partner = suite.From(suite.NewAddress());

        var text = await partner.GetStringAsync("/openapi.json");

        using var document = JsonDocument.Parse(text);
        Assert.Equal("3.1.1", document.RootElement.GetProperty("openapi").GetString());
        Assert.Equal("Every module.", document.RootElement.GetProperty("info").GetProperty("description").GetString());
        var modules = document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name.Split('/')[2]).Distinct().Order();
        Assert.Equal(["badges", "catalogue", "identity", "insight", "mobility", "notifications", "pathways"], modules);
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name).ToHashSet();
        Assert.All(PointersIn(document.RootElement), pointer => Assert.Contains(pointer, schemas));
    }

    private static IEnumerable<string> PointersIn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member =>
            member.NameEquals("$ref") && member.Value.ValueKind is JsonValueKind.String
                ? [member.Value.GetString()!.Replace("#/components/schemas/", "", StringComparison.Ordinal)]
                : PointersIn(member.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(PointersIn),
        _ => [],
    };
}
