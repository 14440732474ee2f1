using LearningCities.Web.Tests.Organisations;

namespace LearningCities.Web.Tests.Accounts;

public class MyAccountTests(WebSuite suite)
{
    [Fact]
    public async Task A_name_is_changed_and_the_page_says_so()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/account");

        await learner.Press("", ("name", "Kovács Réka Anna"), ("language", "hu"));

        Assert.True(learner.Sees("role=\"status\""));
        Assert.True(learner.Sees("Saved"));
        Assert.True(learner.Sees("value=\"Kovács Réka Anna\""));
        Assert.True(learner.Sees("<option value=\"hu\" selected"));
    }

    [Theory]
    [InlineData("name", "", "Write your name")]
    [InlineData("language", "", "Choose a language")]
    [InlineData("language", "HU", "Choose a language")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_right_stays(string field, string typed, string said)
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/account");
        (string Field, string Value)[] right = [("name", "Réka"), ("language", "hu")];

        await learner.Press("", [.. right.Where(one => one.Field != field), (field, typed)]);

        Assert.True(learner.Sees($"href=\"#{field}\">{said}"), said);
        Assert.True(field == "name" ? learner.Sees("<option value=\"hu\" selected") : learner.Sees("value=\"Réka\""));
    }

    [Fact]
    public async Task Who_looked_at_ones_data_is_written_down_by_name()
    {
        var door = await AtTheDoor.In(suite); // the organisation has seen who comes

        await door.Learner.Open($"/{door.Town.ShortName}/account");

        Assert.True(door.Learner.Sees("Who looked at my data"));
        Assert.True(door.Learner.Sees("<td>Szeged Youth House</td><td>Your name</td>"));
    }

    [Fact]
    public async Task Where_nobody_looked_it_says_so()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner("Kovács Réka", "hu");

        await learner.Open($"/{town.ShortName}/account");

        Assert.True(learner.Sees("Még senki sem nézte meg."));
    }
}
