using Microsoft.Playwright;

namespace LearningCities.Browser.Tests;

/// <summary>Not a test of anything: TEST_PICTURES=DIR writes pictures of the story's pages there, for who wants to show or look.</summary>
public sealed class PicturesTests(Story story)
{
    private const int Tallest = 2400;

    [Fact]
    public async Task Pictures_of_the_pages_are_taken_where_asked_for()
    {
        var folder = Environment.GetEnvironmentVariable("TEST_PICTURES") ?? "";
        Assert.SkipWhen(folder.Length == 0, "TEST_PICTURES=DIR takes pictures.");
        await story.Until();
        Directory.CreateDirectory(folder);
        foreach (var (name, language) in Pages.All.Select(row => row.Data))
        {
            foreach (var width in new[] { Chromium.Phone, Chromium.Desk })
            {
                await Take(Path.Combine(folder, $"{name.Replace(' ', '-')}-{width}-{language}.png"), story.Kept(name), width, language);
            }
        }
    }

    private async Task Take(string file, Look look, int width, string language)
    {
        var window = await story.Place.Browser.Window(story.Place.Address, language, width, look.State);
        await using var closing = window.ConfigureAwait(false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(look.Path);
        var height = (await page.Locator("body").BoundingBoxAsync())!.Height;
        await page.ScreenshotAsync(new()
        {
            Path = file,
            FullPage = true,
            Clip = new Clip { Width = width, Height = Math.Min(height, Tallest) },
        });
    }
}
