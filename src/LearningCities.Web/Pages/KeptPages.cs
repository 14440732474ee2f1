using System.Collections.Concurrent;
using System.Text;
using LearningCities.Web.Sessions;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCities.Web.Pages;

/// <summary>
/// Public pages as they were drawn a moment ago, for whoever has not signed in: in memory, or where there is a Redis for all
/// replicas. A change is to be seen within a second or so, so a page is kept no longer than that; then a crowd that comes for
/// one page has it drawn once a second. The framework's own middleware is not used: it would keep a page with one visitor's form
/// for all others.
/// </summary>
internal sealed partial class KeptPages(
    IOutputCacheStore store, IOptions<PageOptions> options, Cookies cookies, TimeProvider clock, ILogger<KeptPages> log)
{
    private const int LongestKey = 512;
    private const int LargestPage = 512 * 1024;

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Drawn?>> _drawing = new(StringComparer.Ordinal);
    private readonly TimeSpan _kept = TimeSpan.FromSeconds(options.Value.KeepPages);
    private long _pauseUntil;

    /// <summary>
    /// By what a page is found again: its city, its language, where it is. Null where this visitor is shown a page of her own.
    /// What was typed into the search is drawn anew each time, because the catalogue counts what people look for.
    /// </summary>
    public string? KeyOf(Visit visit)
    {
        var request = visit.Http.Request;
        if (_kept <= TimeSpan.Zero || request.Cookies.ContainsKey(cookies.Session) || visit.Asked("q") is not null || visit.Asked("asked") is not null)
        {
            return null;
        }

        var key = $"{visit.InCity?.Id} {visit.Language} {request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}";
        return key.Length <= LongestKey ? key : null;
    }

    /// <summary>The kept page, or what is drawn now. Of many who come at once one draws, and the others wait for it.</summary>
    public async Task<Drawn> Page(string key, Func<Task<Drawn>> draw, CancellationToken cancellation)
    {
        if (await Find(key, cancellation) is { } kept)
        {
            return kept;
        }

        var mine = new TaskCompletionSource<Drawn?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _drawing.GetOrAdd(key, mine);
        if (first != mine)
        {
            return await first.Task.WaitAsync(cancellation) ?? await draw();
        }

        Drawn? forAll = null;
        try
        {
            var began = clock.GetTimestamp();
            var drawn = await draw();
            if (drawn is { Mark: not null, Page.Length: < LargestPage })
            {
                forAll = drawn;
                await Keep(key, drawn, _kept - clock.GetElapsedTime(began), cancellation);
            }

            return drawn;
        }
        finally
        {
            _drawing.TryRemove(key, out _);
            mine.SetResult(forAll);
        }
    }

    private async Task<Drawn?> Find(string key, CancellationToken cancellation)
    {
        if (clock.GetTimestamp() < Volatile.Read(ref _pauseUntil))
        {
            return null;
        }

        try
        {
            return await store.GetAsync(key, cancellation) is { } bytes ? Drawn.Read(bytes) : null;
        }
        catch (Exception away) when (!cancellation.IsCancellationRequested)
        {
            Pause(away);
            return null;
        }
    }

    /// <param name="key">Whereby it is found again.</param>
    /// <param name="drawn">The page.</param>
    /// <param name="left">What it was read for drawing is as old as the drawing took.</param>
    /// <param name="cancellation">The visitor has gone.</param>
    private async Task Keep(string key, Drawn drawn, TimeSpan left, CancellationToken cancellation)
    {
        if (left <= TimeSpan.Zero || clock.GetTimestamp() < Volatile.Read(ref _pauseUntil))
        {
            return;
        }

        try
        {
            await store.SetAsync(key, drawn.Write(), null, left, cancellation);
        }
        catch (Exception away) when (!cancellation.IsCancellationRequested)
        {
            Pause(away);
        }
    }

    private void Pause(Exception away)
    {
        Volatile.Write(ref _pauseUntil, clock.GetTimestamp() + (long)(PauseAfterFailure.TotalSeconds * clock.TimestampFrequency));
        DrawsAnew(away);
    }

    [LoggerMessage(LogLevel.Warning, "The store of drawn pages does not answer; for five seconds every page is drawn anew")]
    private partial void DrawsAnew(Exception why);
}

/// <summary>A page as it is sent.</summary>
/// <param name="Page">Its bytes.</param>
/// <param name="Mark">Its ETag; null where it is somebody's own.</param>
internal sealed record Drawn(byte[] Page, string? Mark)
{
    public const int MarkLength = 24;

    public byte[] Write() => [.. Encoding.ASCII.GetBytes(Mark!), .. Page];

    public static Drawn Read(byte[] written) => new(written[MarkLength..], Encoding.ASCII.GetString(written, 0, MarkLength));
}

/// <summary>The settings of pages, section <c>Web</c>.</summary>
internal sealed class PageOptions
{
    /// <summary>For how many seconds a public page is kept as it was drawn; 0 draws each anew.</summary>
    [Range(0, 300)]
    public double KeepPages { get; init; } = 1;
}
