using LearningCities.Web.Tests.Organisations;

namespace LearningCities.Web.Tests;

/// <summary>A city that <c>--create-city</c> has just made: nothing is published, nobody has drawn its districts.</summary>
public class FreshCityTests(WebSuite suite)
{
    [Theory]
    [InlineData("", "has just begun")]
    [InlineData("/discover", "Nothing is published in")]
    [InlineData("/discover?q=bike", "offers “bike” yet")]
    [InlineData("/abroad", "Learn abroad")]
    public async Task Whoever_comes_is_told_what_will_come(string page, string said)
    {
        var town = await Town.In(suite);
        using var stranger = town.Stranger();

        await stranger.Open($"/{town.ShortName}{page}");

        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.True(stranger.Sees(said));
    }

    [Theory]
    [InlineData("/pathways", "You have no pathway yet")]
    [InlineData("/badges", "class=\"empty")]
    [InlineData("/my-activities", "You have no place yet")]
    [InlineData("/messages", "No messages yet")]
    public async Task A_learner_is_told_what_to_do_first(string page, string said)
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open($"/{town.ShortName}{page}");

        Assert.True(learner.Sees(said));
    }

    [Theory]
    [InlineData("", "Nothing is published yet")]
    [InlineData("/badges", "You have no badge yet")]
    [InlineData("/placements", "No placement yet")]
    public async Task An_organisation_is_told_what_to_do_first(string page, string said)
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();

        await staff.Open($"/{town.ShortName}/organisation{page}");

        Assert.True(staff.Sees(said));
        Assert.True(staff.Sees("class=\"btn go\""));
    }

    [Fact]
    public async Task The_city_is_told_how_its_numbers_come()
    {
        var town = await Town.In(suite);
        using var administrator = await town.Administrator();

        await administrator.Open($"/{town.ShortName}/city");

        Assert.True(administrator.Sees("class=\"empty"));
        Assert.True(administrator.Sees($"/{town.ShortName}/city/organisations"));
    }

    [Fact]
    public async Task A_workshop_at_a_place_is_published_where_nobody_has_drawn_a_district()
    {
        var town = await Town.In(suite);
        var (staff, _) = await town.Staff();
        await staff.Open($"/{town.ShortName}/organisation/activities/new");
        (string, string)[] there = [("mode", "onsite"), ("link", ""), ("placeName", "Youth House"), ("address", "Main street 1")];

        await staff.Press("save", EditActivityTests.Workshop(there));
        Assert.True(staff.Sees("Write two numbers with a comma between"));

        await staff.Press("save", EditActivityTests.Workshop([.. there, ("position", "46.2530, 20.1414")]));
        Assert.True(staff.Sees("It is published."));
    }
}
