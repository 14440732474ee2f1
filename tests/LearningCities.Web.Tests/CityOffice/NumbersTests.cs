namespace LearningCities.Web.Tests.CityOffice;

public class NumbersTests(WebSuite suite)
{
    [Fact]
    public async Task An_officer_sees_the_citys_numbers_and_takes_them_with_her()
    {
        var town = await Town.In(suite);
        using var officer = await town.Officer();

        await officer.Open($"/{town.ShortName}/city");
        using var csv = await officer.Fetch($"/{town.ShortName}/city/overview.csv");

        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.True(officer.Sees("Who learns, and where?"));
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("district,activities", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learner_does_not()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open($"/{town.ShortName}/city");

        Assert.Equal(HttpStatusCode.Forbidden, learner.Status);
        Assert.True(learner.Sees("This page is not for you"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3000")]
    [InlineData("never")]
    [InlineData("99999999999999999999")]
    public async Task A_year_that_is_none_does_not_break_the_page(string year)
    {
        var town = await Town.In(suite);
        using var officer = await town.Officer();

        await officer.Open($"/{town.ShortName}/city?year={year}");

        Assert.Equal(HttpStatusCode.OK, officer.Status);
    }
}
