using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningCities.AppHost.Tests;

public sealed class AppHostTests
{
    private static readonly string[] WithTables = [.. Host.Suite.Targets.Where(module => module != "gateway")];

    public static TheoryData<string> Engines => ["containers", "external"];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Each_module_is_a_process_and_starts_when_its_tables_and_queues_are_there(string engines)
    {
        await using var suite = await Suite(engines);

        Assert.All(WithTables, module => Assert.Equal(
            [$"{module}-migrations", "topology"],
            Of(suite, module).Annotations.OfType<WaitAnnotation>().Where(wait => wait.WaitType is WaitType.WaitForCompletion).Select(wait => wait.Resource.Name)));
        Assert.Equal(
            Host.Suite.Targets.Concat(WithTables.Select(module => $"{module}-migrations")).Append("topology").Order(),
            suite.Resources.OfType<ProjectResource>().Select(process => process.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_gateway_is_the_only_address_outside(string engines)
    {
        await using var suite = await Suite(engines);

        Assert.Equal(["gateway"], suite.Resources.OfType<ProjectResource>()
            .Where(process => process.Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.IsExternal)).Select(process => process.Name));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_process_is_told_its_own_secrets_and_no_others(string engines)
    {
        await using var suite = await Suite(engines);

        foreach (var module in Host.Suite.Targets)
        {
            var told = await Told(suite, module);
            string[] programs = module == "identity" ? ["gateway", "notifications", "web"] : module is "web" or "gateway" or "notifications" ? [module] : [];
            Assert.Equal(programs.Select(program => $"Clients__{program}"), told.Keys.Where(key => key.StartsWith("Clients__", StringComparison.Ordinal)).Order());
            string[] connections = module == "gateway" ? [] : [$"ConnectionStrings__{module}", "ConnectionStrings__rabbitmq"];
            Assert.Equal(connections.Order(), told.Keys.Where(key => key.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).Order());
            Assert.Contains("PublicUrl", told.Keys);
        }
    }

    [Fact]
    public async Task Migrations_run_as_the_role_that_owns_the_tables_and_nothing_else_does()
    {
        await using var suite = await Suite("containers");

        foreach (var module in WithTables)
        {
            Assert.Equal($"{{{module}owner.connectionString}}", (await Told(suite, $"{module}-migrations"))[$"ConnectionStrings__{module}"]);
            Assert.Equal($"{{{module}db.connectionString}}", (await Told(suite, module))[$"ConnectionStrings__{module}"]);
        }

        Assert.Contains("Username=owner", Connection(suite, "badgesowner"), StringComparison.Ordinal);
        Assert.Contains("Username=suite", Connection(suite, "badgesdb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_alone_is_told_of_an_engine_to_search_in()
    {
        await using var started = await Suite("containers", "--Search=container");
        await using var given = await Suite("external", "--Search=external", "--Search:Url=https://search.example.org:9200", "--Search:ApiKey=key");

        Assert.Equal("elastic", (await Told(started, "catalogue"))["Search__User"]);
        Assert.Equal("https://search.example.org:9200", (await Told(given, "catalogue"))["Search__Url"]);
        Assert.Equal("key", (await Told(given, "catalogue"))["Search__ApiKey"]);
        Assert.DoesNotContain("search", (await Told(started, "badges")).Keys);
    }

    [Fact]
    public async Task More_replicas_are_started_where_they_are_asked_for()
    {
        await using var suite = await Suite("containers", "--Replicas=2");

        Assert.Equal(2, Of(suite, "badges").Annotations.OfType<ReplicaAnnotation>().Last().Replicas);
        Assert.Equal(2, Of(suite, "web").Annotations.OfType<ReplicaAnnotation>().Last().Replicas);
    }

    [Fact]
    public async Task An_engine_that_nobody_knows_is_told_which_there_are() => Assert.Contains(
        "Engines: containers, external, embedded.", $"{await Assert.ThrowsAnyAsync<Exception>(() => Suite("oracle"))}", StringComparison.Ordinal);

    [Fact]
    public async Task In_one_process_it_opens_its_pages()
    {
        await using var builder = await Suite("embedded", $"--data={Directory.CreateTempSubdirectory("learning-cities-apphost-")}");
        Assert.Equal(["learning-cities"], builder.Resources.OfType<ProjectResource>().Select(process => process.Name));
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);

        await app.ResourceNotifications.WaitForResourceHealthyAsync("learning-cities", TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        using var visitor = app.CreateHttpClient("learning-cities", "http");
        Assert.Contains("\"openapi\"", await visitor.GetStringAsync("/openapi.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_engines_that_are_there_every_process_becomes_ready()
    {
        var (postgres, broker) = (Environment.GetEnvironmentVariable("TEST_POSTGRES"), Environment.GetEnvironmentVariable("TEST_RABBITMQ"));
        Assert.SkipWhen(postgres is null || broker is null, "Only where there are engines: TEST_POSTGRES and TEST_RABBITMQ.");
        var run = $"apphost_{Guid.CreateVersion7():n}";
        await using var builder = await Suite(
            "external", [$"--ConnectionStrings:rabbitmq={broker}", .. WithTables.Select(module => $"--ConnectionStrings:{module}db={postgres};Database={run}_{module}")]);
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);

        foreach (var module in Host.Suite.Targets)
        {
            await app.ResourceNotifications.WaitForResourceHealthyAsync(module, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
        }

        using var visitor = app.CreateHttpClient("gateway", "http");
        var document = await visitor.GetStringAsync("/openapi.json", TestContext.Current.CancellationToken);
        Assert.All(WithTables.Where(module => module != "web"), module => Assert.Contains($"\"/api/{module}", document, StringComparison.Ordinal));
    }

    private static Task<IDistributedApplicationTestingBuilder> Suite(string engines, params string[] more) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.LearningCities_AppHost>([$"--Engines={engines}", .. more]);

    private static IResource Of(IDistributedApplicationTestingBuilder suite, string name) => suite.Resources.Single(resource => resource.Name == name);

    private static async Task<Dictionary<string, string>> Told(IDistributedApplicationTestingBuilder suite, string name)
    {
        var told = await ExecutionConfigurationBuilder.Create(Of(suite, name)).WithEnvironmentVariablesConfig()
            .BuildAsync(new(DistributedApplicationOperation.Publish), NullLogger.Instance, TestContext.Current.CancellationToken);
        return told.EnvironmentVariables.ToDictionary();
    }

    private static string Connection(IDistributedApplicationTestingBuilder suite, string name) =>
        ((IResourceWithConnectionString)Of(suite, name)).ConnectionStringExpression.ValueExpression;
}
