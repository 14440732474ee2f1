using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Json;
using System.Text.Json;
using Polly;

namespace LearningCities.Web.Calls;

/// <summary>A module's answer: a value, or why there is none.</summary>
internal readonly record struct Answer<T>(T? Value, Refusal? Refusal)
{
    public bool IsGiven([NotNullWhen(true)] out T? value)
    {
        value = Value;
        return Refusal is null && value is not null;
    }

    /// <summary>The value, or the page that says what is the matter: for what a page cannot be without.</summary>
    public T OrTurn() => Refusal switch
    {
        null => Value!,
        { IsSilence: true } => throw Turn.Silent(),
        { Status: 401 } => throw Turn.SignIn(),
        { Status: 403 } => throw Turn.NotAllowed(),
        _ => throw Turn.NotFound(),
    };
}

/// <summary>A problem document, as the page understands it.</summary>
internal sealed record Refusal(int Status, string Code, string Title, string? Detail, IReadOnlyList<FieldError> Errors)
{
    /// <summary>The part did not answer. The rest of the page stands.</summary>
    public bool IsSilence => Status is 0 or >= 500;

    public static Refusal Silence { get; } = new(0, "silent", "", null, []);
}

/// <param name="Pointer">Where in the request: <c>#/place/name</c>.</param>
internal sealed record FieldError(string Pointer, string Detail)
{
    /// <summary>The field of the form: <c>place.name</c>.</summary>
    public string Field => Pointer.TrimStart('#', '/').Replace('/', '.');
}

internal static class Asking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Answer<T>> Ask<T>(this HttpClient module, HttpRequestMessage request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await module.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode
                ? new(await Read<T>(response, patience.Token), null)
                : new(default, await Refused(response, patience.Token));
        }
        catch (Exception e) when (IsSilence(e) && !cancellation.IsCancellationRequested)
        {
            return new(default, Refusal.Silence);
        }
    }

    /// <summary>Not there, not in time, not asked because it was not there a moment ago, or not to be understood.</summary>
    public static bool IsSilence(Exception e) => e is HttpRequestException or OperationCanceledException or IOException
        or ExecutionRejectedException or JsonException;

    private static async Task<T?> Read<T>(HttpResponseMessage response, CancellationToken cancellation) =>
        typeof(T) == typeof(string) ? (T)(object)await response.Content.ReadAsStringAsync(cancellation)
        : typeof(T) == typeof(byte[]) ? (T)(object)await response.Content.ReadAsByteArrayAsync(cancellation)
        : response.Content.Headers.ContentType?.MediaType is "application/json"
            ? await response.Content.ReadFromJsonAsync<T>(cancellation)
            : default;

    private static async Task<Refusal> Refused(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
        {
            return new(status, "unexpected", "", null, []);
        }

        try
        {
            var problem = await response.Content.ReadFromJsonAsync<Problem>(cancellation);
            return new(status, problem?.Code ?? problem?.Error ?? "unexpected", problem?.Title ?? "", problem?.Detail, problem?.Errors ?? []);
        }
        catch (JsonException)
        {
            return new(status, "unexpected", "", null, []);
        }
    }

    /// <param name="Error">The token endpoint speaks OAuth: its code is in <c>error</c>.</param>
    private sealed record Problem(string? Code, string? Title, string? Detail, IReadOnlyList<FieldError>? Errors, string? Error);
}

/// <summary>Nothing but success is of interest.</summary>
internal sealed record Done;
