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

    [Fact]
    public async Task The_API_can_be_read_without_script_and_tried_with_it()
    {
        using var partner = suite.From(suite.NewAddress());
        var document = JsonDocument.Parse(await partner.GetStringAsync("/openapi.json")).RootElement;

        using var answer = await partner.GetAsync("/api");

        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.All(document.GetProperty("paths").EnumerateObject(), path => Assert.Contains($"</b> {path.Name}</code>", page, StringComparison.Ordinal));
        Assert.Contains("default-src 'none'; style-src 'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var toTry = await partner.GetAsync("/api/try");
        Assert.Contains("script-src 'self';", toTry.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var other = suite.From(suite.NewAddress());
        foreach (var script in Scripts)
        {
            using var found = await other.GetAsync(script);
            Assert.Equal("text/javascript", found.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task The_modules_are_asked_once_for_many_who_come()
    {
        await using var modules = await Backend.Start();
        await using var gateway = new RunningSuite("gateway", settings:
        [
            .. Host.Suite.Targets.Where(target => target != "gateway").Select(module => $"--services:{module}:http:0={modules.Address}"),
            "--Clients:gateway=secret",
        ]);
        await gateway.InitializeAsync();
        using var partner = new HttpClient(new SocketsHttpHandler()) { BaseAddress = gateway.Address };

        var texts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => partner.GetStringAsync("/openapi.json")));
        using var page = await partner.GetAsync("/api");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Single(texts.Distinct());
        Assert.Equal(1, modules.Asked("/openapi/badges.json"));
    }

    private static readonly string[] Scripts = ["/api/try.js", "/api/reference/scalar.aspnetcore.js"];

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
