using Microsoft.Playwright;

namespace LearningCities.Browser.Tests;

/// <summary>With script, what may be meant is shown under the field as it is typed. The story is told without.</summary>
public sealed class SuggestionTests(Story story)
{
    [Fact]
    public async Task What_may_be_meant_is_shown_as_it_is_typed_and_taken_by_keyboard()
    {
        await using var typing = await Typing.Begin(story);

        await typing.Field.PressSequentiallyAsync("robo");
        await Assertions.Expect(typing.Options).Not.ToHaveCountAsync(0);
        await Assertions.Expect(typing.Field).ToHaveAttributeAsync("aria-expanded", "true");
        var first = await typing.Options.First.InnerTextAsync();
        await typing.Field.PressAsync("ArrowDown");
        await Assertions.Expect(typing.Field).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await typing.Field.PressAsync("Enter");

        await typing.Page.WaitForURLAsync("**/discover?**");
        await Assertions.Expect(typing.Page.Locator("#q")).ToHaveValueAsync(first.Trim());
    }

    [Fact]
    public async Task An_activity_that_is_suggested_is_one_touch_away()
    {
        await using var typing = await Typing.Begin(story);

        await typing.Field.PressSequentiallyAsync("build a rob");
        var activity = typing.Options.Filter(new() { HasText = "activity" }).First;
        await activity.ClickAsync();

        await typing.Page.WaitForURLAsync("**/activities/**");
    }

    [Fact]
    public async Task Escape_closes_what_is_suggested_and_keeps_what_was_typed()
    {
        await using var typing = await Typing.Begin(story);

        await typing.Field.PressSequentiallyAsync("robo");
        await Assertions.Expect(typing.Options).Not.ToHaveCountAsync(0);
        await typing.Field.PressAsync("Escape");

        await Assertions.Expect(typing.Field).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(typing.Field).ToHaveValueAsync("robo");
    }

    /// <summary>Somebody at the first page of a city, with script.</summary>
    private sealed class Typing(IBrowserContext window, IPage page) : IAsyncDisposable
    {
        public IPage Page => page;

        public ILocator Field => page.GetByRole(AriaRole.Combobox, new() { Name = "I want to learn" });

        public ILocator Options => page.GetByRole(AriaRole.Option).And(page.Locator("#suggestions li"));

        public static async Task<Typing> Begin(Story story)
        {
            await story.Until(1);
            var window = await story.Place.Browser.Window(story.Place.Address, script: true);
            var page = await window.NewPageAsync();
            await page.GotoAsync($"/{Place.City}");
            return new(window, page);
        }

        public async ValueTask DisposeAsync() => await window.DisposeAsync();
    }
}
