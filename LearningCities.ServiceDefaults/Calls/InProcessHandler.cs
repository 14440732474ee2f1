using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LearningCities.ServiceDefaults.Calls;

/// <summary>
/// Sends requests through this process's own pipeline: the same authentication, limits and answers as over the network,
/// without one. The answer is complete when it is given.
/// </summary>
internal sealed class InProcessHandler(InProcess process, IHttpContextFactory contexts, ActivitySource spans) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? Stream.Null : await request.Content.ReadAsStreamAsync(cancellationToken);
        var parent = Activity.Current;

        // Without the caller's execution context: a shared accessor would take the outer request for the inner one.
        Task<HttpResponseMessage> answer;
        using (ExecutionContext.SuppressFlow())
        {
            answer = Task.Run(() => Serve(request, body, parent?.Context ?? default, cancellationToken), cancellationToken);
        }

        return await answer;
    }

    private async Task<HttpResponseMessage> Serve(
        HttpRequestMessage request, Stream body, ActivityContext parent, CancellationToken cancellation)
    {
        using var span = spans.StartActivity(
            $"{request.Method} {request.RequestUri!.AbsolutePath}", ActivityKind.Server, parent);
        using var response = new InProcessResponse();
        var context = contexts.Create(Features(request, body, response, cancellation));
        try
        {
            await process.Pipeline(context);
            await response.Start();
            return response.Message(request);
        }
        finally
        {
            await response.End();
            contexts.Dispose(context);
        }
    }

    private static FeatureCollection Features(
        HttpRequestMessage request, Stream body, InProcessResponse response, CancellationToken cancellation)
    {
        var address = request.RequestUri!;
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            headers[name] = values.ToArray();
        }

        headers.Host = request.Headers.Host ?? address.Authority;
        var visitor = IPAddress.TryParse(headers["X-Forwarded-For"].ToString(), out var passedOn) ? passedOn : IPAddress.Loopback;
        headers.Remove("X-Forwarded-For"); // used up: it is the connection's address from here on

        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Protocol = HttpProtocol.Http11,
            Method = request.Method.Method,
            Scheme = address.Scheme,
            Path = Uri.UnescapeDataString(address.AbsolutePath),
            QueryString = address.Query,
            RawTarget = address.PathAndQuery,
            Headers = headers,
            Body = body,
        });
        features.Set<IHttpRequestBodyDetectionFeature>(new Body(request.Content is not null));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = cancellation });
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = visitor });
        if (address.Host != Edge)
        {
            features.Set(new Inside());
        }

        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        return features;
    }

    // Who asks for the gateway goes through the edge like anyone outside; who asks for a module is let in by the side.
    private const string Edge = "gateway";

    private sealed record Body(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;
}
