using LearningCities.Web.Tests.Discovering;

namespace LearningCities.Web.Tests.Accounts;

public class MyPageTests(WebSuite suite)
{
    [Fact]
    public async Task It_shows_the_next_activity_and_the_way_to_its_code()
    {
        var town = await Town.In(suite);
        var organiser = Organiser.In(town);
        var (learner, person) = await town.Learner();
        using var joining = town.Person(person, "catalogue:join");
        var later = await organiser.Offers("Bread baking", ("startsAt", Organiser.Tomorrow.AddDays(2)), ("endsAt", null));
        var sooner = await organiser.Offers("Fix your own bike");
        await Badges.Shares.Id(await joining.Create($"/api/catalogue/activities/{later}/sign-ups", new { }));
        var place = await Badges.Shares.Id(await joining.Create($"/api/catalogue/activities/{sooner}/sign-ups", new { }));

        await learner.Open($"/{town.ShortName}/me");

        Assert.True(learner.Sees("Your next activity"));
        Assert.True(learner.Sees("Fix your own bike"));
        Assert.False(learner.Sees("Bread baking"));
        Assert.True(learner.Sees($"href=\"/{town.ShortName}/sign-ups/{place}\""));
    }

    [Fact]
    public async Task It_says_how_many_messages_are_new()
    {
        var (town, learner) = await MessageListTests.HasMessage(suite);

        await Eventually.Holds(async () =>
        {
            await learner.Open($"/{town.ShortName}/me");
            return learner.Sees("One is new");
        });
    }

    [Fact]
    public async Task A_learner_sees_no_work()
    {
        var town = await Town.In(suite);

        var (learner, _) = await town.Learner();

        Assert.False(learner.Sees("What you work on"));
    }

    [Fact]
    public async Task Who_works_for_an_organisation_goes_there_from_here()
    {
        var town = await Town.In(suite);

        var (staff, _) = await town.Staff("Szeged Youth House");

        Assert.True(staff.Sees("What you work on"));
        Assert.True(staff.Sees("Szeged Youth House"));
        Assert.False(staff.Sees($"href=\"/{town.ShortName}/city\"><svg class=\"i\"")); // what the city's officers see
    }

    [Fact]
    public async Task An_administrator_sees_the_citys_numbers_and_the_services_health()
    {
        var town = await Town.In(suite);

        using var administrator = await town.Administrator();

        Assert.True(administrator.Sees("Numbers and organisations"));
        Assert.True(administrator.Sees("Service health"));
    }
}
