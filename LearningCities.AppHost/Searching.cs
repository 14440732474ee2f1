/// <summary>
/// Where activities are searched, by the parameter Search: embedded, in the catalogue's own memory (the default); container, an
/// Elasticsearch that Aspire starts; external, one that is given as <c>Search:Url</c> and how it lets us in.
/// </summary>
internal static class Searching
{
    private static readonly string[] Given = ["Url", "Prefix", "ApiKey", "User", "Password", "CertificateFingerprint", "CertificateAuthority"];

    public static IResourceBuilder<ProjectResource> WithSearch(this IResourceBuilder<ProjectResource> catalogue)
    {
        var builder = catalogue.ApplicationBuilder;
        return (builder.Configuration["Search"] ?? "embedded") switch
        {
            "embedded" => catalogue,
            "container" => catalogue.In(Container(builder), builder.AddSecret("search-password")),
            "external" => Given.Where(key => builder.Configuration[$"Search:{key}"] is not null).Aggregate(
                catalogue.WithEnvironment("search", "elasticsearch"),
                (told, key) => told.WithEnvironment($"Search__{key}", builder.Configuration[$"Search:{key}"]!)),
            var other => throw new InvalidOperationException($"Unknown Search '{other}'. Search: embedded, container, external."),
        };
    }

    private static IResourceBuilder<ContainerResource> Container(IDistributedApplicationBuilder builder) => builder
        .AddContainer("search", "docker.elastic.co/elasticsearch/elasticsearch", "8.19.3")
        .WithHttpEndpoint(targetPort: 9200)
        .WithHttpHealthCheck("/", statusCode: 401) // it answers, and lets in only who knows the password
        .WithEnvironment("discovery.type", "single-node")
        .WithEnvironment("xpack.security.http.ssl.enabled", "false")
        .WithEnvironment("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
        .WithVolume("search", "/usr/share/elasticsearch/data")
        .WithLifetime(ContainerLifetime.Persistent);

    private static IResourceBuilder<ProjectResource> In(
        this IResourceBuilder<ProjectResource> catalogue, IResourceBuilder<ContainerResource> engine, IResourceBuilder<ParameterResource> password)
    {
        engine.WithEnvironment("ELASTIC_PASSWORD", password);
        return catalogue
            .WithEnvironment("search", "elasticsearch")
            .WithEnvironment("Search__Url", engine.GetEndpoint("http"))
            .WithEnvironment("Search__User", "elastic")
            .WithEnvironment("Search__Password", password)
            .WaitFor(engine);
    }
}
