using LearningCities.Web.Tests.Discovering;

namespace LearningCities.Web.Tests.Accounts;

public class MessageListTests(WebSuite suite)
{
    [Fact]
    public async Task What_happens_is_told_and_leads_to_the_thing()
    {
        var (town, learner) = await HasMessage(suite);

        await Told(town, learner);

        Assert.True(learner.Sees("You have a place in 'Fix your own bike'."));
        Assert.True(learner.Sees("One is new"));
        var link = Screens.Between(learner.Screen, "<p><a href=\"", "\"").First();
        await learner.Open(link);
        Assert.True(learner.Sees("Show this at the door"));
    }

    [Fact]
    public async Task What_was_read_is_new_no_more()
    {
        var (town, learner) = await HasMessage(suite);
        await Told(town, learner);

        await learner.Press("read");

        Assert.Equal($"/{town.ShortName}/messages", learner.Path);
        Assert.False(learner.Sees("One is new"));
        Assert.False(learner.Sees("I have read these"));
        Assert.True(learner.Sees("You have a place in"));
    }

    [Fact]
    public async Task Nobody_reads_anothers_messages_for_her()
    {
        var (town, learner) = await HasMessage(suite);
        await Told(town, learner);
        var message = Screens.Between(learner.Screen, "name=\"id\" value=\"", "\"").Single();
        var (other, _) = await town.Learner("Nagy Bence");
        await other.Open($"/{town.ShortName}/pathways"); // where she has a form
        var token = Screens.Between(other.Screen, "name=\"form\" value=\"", "\"").First();

        await other.Send($"/{town.ShortName}/messages", [("form", token), ("do", "read"), ("id", message)]);

        Assert.False(other.Sees("Fix your own bike"));
        await learner.Open($"/{town.ShortName}/messages");
        Assert.True(learner.Sees("One is new"));
    }

    [Fact]
    public async Task A_list_without_messages_says_what_will_come()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner("Kovács Réka", "hu");

        await learner.Open($"/{town.ShortName}/messages");

        Assert.True(learner.Sees("Még nincs üzeneted"));
    }

    [Fact]
    public async Task An_end_of_the_list_that_is_none_does_not_break_the_page()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open($"/{town.ShortName}/messages?cursor=nonsense");

        Assert.Equal(HttpStatusCode.OK, learner.Status);
        Assert.False(learner.Sees("does not answer")); // it does: what was asked was wrong
    }

    /// <summary>A learner who has taken a place, of which she will be told.</summary>
    internal static async Task<(Town Town, Visitor Learner)> HasMessage(WebSuite suite)
    {
        var town = await Town.In(suite);
        var activity = await Organiser.In(town).Offers("Fix your own bike");
        var (learner, person) = await town.Learner();
        using var joining = town.Person(person, "catalogue:join");
        await Badges.Shares.Id(await joining.Create($"/api/catalogue/activities/{activity}/sign-ups", new { }));
        return (town, learner);
    }

    private static Task Told(Town town, Visitor learner) => Eventually.Holds(async () => // it comes by an event
    {
        await learner.Open($"/{town.ShortName}/messages");
        return learner.Sees("Fix your own bike");
    });
}
