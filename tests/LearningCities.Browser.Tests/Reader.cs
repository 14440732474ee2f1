using Microsoft.Playwright;

namespace LearningCities.Browser.Tests;

/// <summary>
/// Somebody with an old phone: 390 pixels wide, no script. Whatever she cannot do fails with the page's address, what was on
/// it, and a picture of it in <c>artifacts/screenshots</c>.
/// </summary>
internal sealed class Reader(string name, IPage page, string address) : IAsyncDisposable
{
    private static readonly string Pictures =
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots");

    public IPage Page => page;

    /// <summary>Where she is: the path, without what the address says about how she came there.</summary>
    public string Here => new Uri(page.Url).AbsolutePath;

    public static async Task<Reader> Called(string name, Place place, string language = "en")
    {
        var window = await place.Browser.Window(place.Address, language);
        window.SetDefaultTimeout(10_000);
        return new(name, await window.NewPageAsync(), place.Address.ToString().TrimEnd('/'));
    }

    /// <summary>Her cookies, so that a check can look at her pages in other ways.</summary>
    public Task<string> State() => page.Context.StorageStateAsync();

    public Task Open(string path) => Do($"open {path}", () => page.GotoAsync(path.StartsWith('/') ? address + path : path));

    /// <summary>A link or a button that leads to another page; the only one, or the first of its name.</summary>
    public Task Press(string name) => Move($"press '{name}'", () => Named(name).First.ClickAsync());

    public Task PressIn(string selector, string name) =>
        Move($"press '{name}' in {selector}", () => Named(name, page.Locator(selector)).First.ClickAsync());

    /// <summary>What opens on the page: a summary.</summary>
    public Task Unfold(string name) => Do($"unfold '{name}'", () => page.Locator("summary").Filter(new() { HasText = name }).First.ClickAsync());

    /// <summary>Writes into fields, by their names; a choice is made by its value or its words.</summary>
    public async Task Write(params (string Field, string Value)[] typed)
    {
        foreach (var (field, value) in typed)
        {
            await Do($"write {field}", async () =>
            {
                var input = page.Locator($"main [name='{field}']:visible").First;
                if (await input.EvaluateAsync<string>("field => field.tagName") == "SELECT")
                {
                    await input.SelectOptionAsync(value);
                }
                else
                {
                    await input.FillAsync(value);
                }
            });
        }
    }

    /// <summary>Ticks or chooses by the words beside it.</summary>
    public Task Choose(string words) =>
        Do($"choose '{words}'", () => page.Locator("main label:is(.tick, .pick, .chip)").Filter(new() { HasText = words }).First.ClickAsync());

    /// <summary>By keyboard alone: tabs to it from where the focus is.</summary>
    public Task TabTo(string selector) => Do($"tab to {selector}", async () =>
    {
        for (var pressed = 0; pressed < 40; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator($"{selector}:focus").CountAsync() > 0)
            {
                return;
            }
        }

        throw new InvalidOperationException("The focus never came there.");
    });

    public Task Type(string text) => page.Keyboard.TypeAsync(text);

    public Task Enter() => Move("press Enter", () => page.Keyboard.PressAsync("Enter"));

    public Task Sees(string text) => Do($"see '{text}'", () =>
        Assertions.Expect(page.Locator("main")).ToContainTextAsync(text, new() { UseInnerText = true, IgnoreCase = true }));

    public Task SeesNot(string text) => Do($"not see '{text}'", () =>
        Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(text, new() { UseInnerText = true }));

    public Task SeesPart(string selector) => Do($"see {selector}", () => Assertions.Expect(page.Locator(selector).First).ToBeVisibleAsync());

    /// <summary>What is on its way: opens the page again until it has come.</summary>
    public Task Awaits(string path, string text) => Do($"see '{text}' come", () => Eventually.Holds(async () =>
    {
        await page.GotoAsync(address + path);
        return (await page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.OrdinalIgnoreCase);
    }));

    /// <summary>What a link gives that is a file.</summary>
    public async Task<byte[]> Saves(string link)
    {
        byte[] saved = [];
        await Do($"save '{link}'", async () =>
        {
            var download = await page.RunAndWaitForDownloadAsync(() => Named(link).First.ClickAsync());
            saved = await File.ReadAllBytesAsync(await download.PathAsync());
        });
        return saved;
    }

    /// <summary>What a camera reads from the QR code on the page.</summary>
    public async Task<string> Scans(string selector)
    {
        var picture = Path.Combine(Directory.CreateTempSubdirectory("qr-").FullName, "code.png");
        await Do("photograph the code", () => page.Locator(selector).ScreenshotAsync(new() { Path = picture }));
        return (await Tool.Run("zbarimg", "-q", "--raw", picture)).Trim();
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();

    private ILocator Named(string name, ILocator? within = null)
    {
        var part = within ?? page.Locator("main");
        return part.Locator("a:visible, button:visible").Filter(new() { HasText = name });
    }

    private Task Move(string what, Func<Task> press) => Do(what, async () =>
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage moved) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await press();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(15));
        }
        finally
        {
            page.Load -= Loaded;
        }
    });

    private async Task Do(string what, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException or InvalidOperationException)
        {
            Directory.CreateDirectory(Pictures);
            var picture = Path.GetFullPath(Path.Combine(Pictures, $"{name.Replace(' ', '-')}-{Guid.CreateVersion7().ToString()[..13]}.png"));
            await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            var text = await page.Locator("main").InnerTextAsync();
            Assert.Fail($"{name} could not {what} on {page.Url}: {e.Message}\nPicture: {picture}\nOn the page:\n{text}");
        }
    }
}
