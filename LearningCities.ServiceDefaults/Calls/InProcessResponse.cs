using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LearningCities.ServiceDefaults.Calls;

/// <summary>An answer that is kept in memory, with the two moments that middleware waits for: its start and its end.</summary>
internal sealed class InProcessResponse : IHttpResponseFeature, IHttpResponseBodyFeature, IDisposable
{
    private readonly MemoryStream _body = new();
    private readonly Stack<(Func<object, Task> Call, object State)> _starting = [];
    private readonly Stack<(Func<object, Task> Call, object State)> _completed = [];
    private readonly StreamResponseBodyFeature _writing;

    public InProcessResponse() => _writing = new StreamResponseBodyFeature(_body);

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    Stream IHttpResponseFeature.Body
    {
        get => Stream;
        set => throw new NotSupportedException("Replace IHttpResponseBodyFeature.");
    }

    public bool HasStarted { get; private set; }

    public Stream Stream => _writing.Stream;

    public PipeWriter Writer => _writing.Writer;

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    public void DisableBuffering() => _writing.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => Start();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        _writing.SendFileAsync(path, offset, count, cancellationToken);

    public Task CompleteAsync() => _writing.CompleteAsync();

    /// <summary>The last moment to set headers: cookies, limits and cache rules are set there.</summary>
    public async Task Start()
    {
        while (_starting.TryPop(out var starting))
        {
            await starting.Call(starting.State);
        }

        HasStarted = true;
    }

    public async Task End()
    {
        while (_completed.TryPop(out var completed))
        {
            await completed.Call(completed.State);
        }
    }

    public void Dispose() => _body.Dispose();

    public HttpResponseMessage Message(HttpRequestMessage request)
    {
        Writer.Complete();
        var message = new HttpResponseMessage((HttpStatusCode)StatusCode)
        {
            RequestMessage = request,
            ReasonPhrase = ReasonPhrase,
            Content = new ByteArrayContent(_body.ToArray()),
        };
        foreach (var (name, values) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                message.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return message;
    }
}
