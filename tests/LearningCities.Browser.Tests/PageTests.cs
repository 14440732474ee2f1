using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LearningCities.Browser.Tests;

/// <summary>What every page of the story keeps to, in both languages: the budgets of the look, and no fault that axe finds.</summary>
public sealed class PageTests(Story story)
{
    private const int LargestPage = 40_000;
    private const int SmallestTarget = 44;

    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    [Theory]
    [MemberData(nameof(Pages.All), MemberType = typeof(Pages))]
    public async Task A_page_is_light_needs_no_script_and_everybody_can_use_it(string name, string language)
    {
        Assert.SkipWhen(Place.IsOnPostgreSql, "A page looks the same whatever engine its data come from: it is checked on the embedded ones.");
        await story.Until();
        var look = story.Kept(name);
        var window = await story.Place.Browser.Window(story.Place.Address, language, state: look.State, script: true); // axe is one
        await using var closing = window.ConfigureAwait(false);
        var page = await window.NewPageAsync();
        var answer = await page.GotoAsync(look.Path);

        List<string> wrong = [.. await Light(answer!, page, language), .. await Targets(page), .. await Sideways(page)];
        await page.SetViewportSizeAsync(Chromium.Phone, 844);
        wrong.AddRange(await Faults(page, new RunOnlyOptions { Type = "tag", Values = [.. Standards] }));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(Chromium.Desk, 800);
        wrong.AddRange(await Faults(page, new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] }));

        Assert.True(wrong.Count == 0, $"{page.Url} in {language}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task The_first_page_of_a_city_comes_in_60_kB_and_its_stylesheet_in_33()
    {
        await story.Until(1);
        var window = await story.Place.Browser.Window(story.Place.Address);
        await using var closing = window.ConfigureAwait(false);
        var page = await window.NewPageAsync();
        var asked = new ConcurrentQueue<IRequest>();
        page.Request += (_, request) => asked.Enqueue(request);

        await page.GotoAsync($"/{Place.City}", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var sizes = await Task.WhenAll(asked.Select(request => request.SizesAsync()));
        Assert.InRange(sizes.Sum(size => size.ResponseBodySize), 1, 60_000);
        var sheet = await (await asked.First(request => request.ResourceType == "stylesheet").ResponseAsync())!.BodyAsync();
        Assert.InRange(sheet.Length, 1, 33_000);
    }

    private static async Task<IEnumerable<string>> Light(IResponse answer, IPage page, string language)
    {
        var wrong = new List<string>();
        var size = (await answer.BodyAsync()).Length;
        if (size > LargestPage)
        {
            wrong.Add($"It is {size} bytes long.");
        }

        foreach (var (selector, most) in new[] { ("script:not([src^='/assets/suggest.'])", 0), ("script", 1), ("[style]", 0), (".btn.go:visible", 1), ("h1", 1) })
        {
            var count = await page.Locator(selector).CountAsync();
            if (count > most)
            {
                wrong.Add($"There are {count} of '{selector}'.");
            }
        }

        if (await page.Locator("html").GetAttributeAsync("lang") is var spoken && spoken != language)
        {
            wrong.Add($"It says that it is in '{spoken}'.");
        }

        return wrong;
    }

    /// <summary>What a finger has to hit. Links in running text are excepted, and a hidden box is hit by its label.</summary>
    private static async Task<IEnumerable<string>> Targets(IPage page)
    {
        var small = await page.EvaluateAsync<string[]>(
            """
            least => [...document.querySelectorAll("button, select, textarea, summary, .btn, .chip, .pick, .tick, .crumb, .stops a, .menu summary, .mark, .pages a, input:not([type=hidden]):not(.vh):not([type=checkbox]):not([type=radio])")]
              .map(target => [target, target.getBoundingClientRect()])
              .filter(([target, box]) => box.width > 0 && !target.closest(".vh") && Math.round(box.height) < least)
              .map(([target, box]) => `'${target.innerText || target.name}' is ${Math.round(box.height)} pixels high.`)
            """, SmallestTarget);
        return small;
    }

    private static async Task<IEnumerable<string>> Sideways(IPage page)
    {
        var wrong = new List<string>();
        foreach (var width in new[] { 320, Chromium.Phone, Chromium.Desk })
        {
            await page.SetViewportSizeAsync(width, 844);
            var needed = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (needed > width)
            {
                wrong.Add($"It is {needed} pixels wide on a screen of {width}.");
            }
        }

        return wrong;
    }

    private static async Task<IEnumerable<string>> Faults(IPage page, RunOnlyOptions only)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = only, ResultTypes = [ResultType.Violations] });
        return found.Violations.Select(fault =>
            $"axe: {fault.Id}: {fault.Help}: {string.Join(" | ", fault.Nodes.Take(3).Select(node => node.Html))}");
    }
}
