using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace LearningCities.ServiceDefaults;

/// <summary>Says that requests to an endpoint need this header.</summary>
public sealed record NeedsHeader(string Name, string Why);

/// <summary>Shows in the document what a request to an endpoint looks like.</summary>
public sealed record ExampleRequest(object Body);

public static class Examples
{
    /// <summary>Stands for the id of something that was made before.</summary>
    public static Guid Id { get; } = new("0199c2f4-6b1e-7d3a-9c55-2f0a8e4b7d10");

    /// <summary>Has the document show such a request. It is checked by tests, like any request that comes.</summary>
    public static TBuilder WithExample<TBuilder>(this TBuilder endpoint, object request) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ExampleRequest(request));
}

/// <summary>What a document says of a verb beside what the framework reads off its signature.</summary>
internal static class DescribedVerb
{
    private const string Problem = "application/problem+json";

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var said = context.Description.ActionDescriptor.EndpointMetadata;
        NameParameters(operation, said);
        Show(said.OfType<ExampleRequest>().LastOrDefault(), operation, context);
        SayWhoMay(said.OfType<NeedsScope>().LastOrDefault(), operation, context.Document!);

        operation.Responses ??= [];
        var problem = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Problem", context.Document) };
        operation.Responses["4XX"] = new OpenApiResponse
        {
            Description = "A problem document: act on its `code`.",
            Content = new Dictionary<string, OpenApiMediaType> { [Problem] = problem },
        };
        operation.Responses.Remove("404"); // one of those, and said so once
        return Task.CompletedTask;
    }

    private static void NameParameters(OpenApiOperation operation, IList<object> said)
    {
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(p => p.In is ParameterLocation.Query))
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }

        foreach (var header in said.OfType<NeedsHeader>())
        {
            operation.Parameters.Add(Text(header.Name, ParameterLocation.Header, required: true, header.Why));
        }

        if (said.OfType<AsksForCity>().Any())
        {
            operation.Parameters.Add(Text(
                "city", ParameterLocation.Query, required: false, "The city's short name or id. Needed without a token, which has its own."));
        }
    }

    private static OpenApiParameter Text(string name, ParameterLocation where, bool required, string why) => new()
    {
        Name = name,
        In = where,
        Required = required,
        Description = why,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void Show(ExampleRequest? example, OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (example is not null)
        {
            var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            var shown = JsonSerializer.SerializeToNode(example.Body, example.Body.GetType(), json)!.AsObject();
            foreach (var unsaid in shown.Where(member => member.Value is null).Select(member => member.Key).ToList())
            {
                shown.Remove(unsaid); // what may be left out is left out
            }

            operation.RequestBody!.Content!["application/json"].Example = shown;
        }
    }

    private static void SayWhoMay(NeedsScope? needs, OpenApiOperation operation, OpenApiDocument document) =>
        operation.Security = needs is null
            ? [] // everybody
            : [.. needs.AnyOf.SelectMany(scope => new[] { OpenApi.Bearer, OpenApi.Key }.Select(way => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(way, document)] = [scope],
            }))];
}
