namespace LearningCities.Browser.Tests;

/// <summary>The story by a real browser without script, as wide as an old phone.</summary>
[Trait("story", "yes")]
public sealed class StoryTests(Story story)
{
    [Fact]
    public Task An_organisation_publishes_a_workshop_and_it_is_found_a_moment_later() => story.Until(1);

    [Fact]
    public Task Somebody_without_an_account_finds_it_with_a_slip_of_the_finger_and_takes_it_into_her_calendar() => story.Until(2);

    [Fact]
    public Task She_registers_takes_a_place_and_puts_it_on_her_pathway() => story.Until(3);

    [Fact]
    public Task Staff_confirm_by_her_code_that_she_came_and_give_her_a_badge() => story.Until(4);

    [Fact]
    public Task A_stranger_checks_her_badge_and_one_that_is_taken_back_turns_red() => story.Until(5);

    [Fact]
    public Task She_applies_for_a_placement_both_sides_agree_and_her_passport_prints() => story.Until(6);

    [Fact]
    public Task The_city_sees_its_numbers_and_the_operator_the_queues() => story.Until(7);
}
