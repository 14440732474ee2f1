namespace LearningCities.Story.Tests;

public sealed class StoryTests(Stage stage)
{
    [Fact]
    public Task A_learner_goes_from_a_workshop_to_a_badge_that_a_stranger_believes() => stage.Told;
}
