using Microsoft.Playwright;

namespace LearningCities.Browser.Tests;

/// <summary>Debian's Chromium.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    public const int Phone = 390;
    public const int Desk = 1280;

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing => Tool.Missing("chromium");

    public static async Task<Chromium> Start()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Tool.Path("chromium"), Args = Quiet }));
    }

    /// <summary>A window of its own: its cookies, its language, and no script unless a check needs it.</summary>
    /// <param name="state">Somebody's cookies, to look at her pages.</param>
    public Task<IBrowserContext> Window(
        Uri address, string language = "en", int width = Phone, string? state = null, bool script = false) =>
        _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = language == "en" ? "en-GB" : "hu-HU",
            ViewportSize = new() { Width = width, Height = width == Phone ? 844 : 800 },
            JavaScriptEnabled = script,
            StorageState = state,
        });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
