namespace LearningCities.Web.Tests.CityOffice;

public class SearchesTests(WebSuite suite)
{
    [Fact]
    public async Task An_officer_sees_what_people_look_for_and_do_not_find()
    {
        var town = await Town.In(suite);
        using var officer = await town.Officer();
        using var visitor = town.Stranger();
        foreach (var sort in new[] { "", "&sort=relevance", "&sort=date" })
        {
            await visitor.Open($"/{town.ShortName}/discover?q=basketweaving{sort}");
        }

        await Eventually.Holds(async () => // counts are written every few seconds
        {
            await officer.Open($"/{town.ShortName}/city/searches");
            return officer.Sees("basketweaving");
        });

        Assert.True(officer.Sees("What they search for and do not find"));
        Assert.True(officer.Sees($"/{town.ShortName}/discover?q=basketweaving"));
    }

    [Fact]
    public async Task Where_nobody_has_searched_it_says_so_and_a_learner_does_not_see_it()
    {
        var town = await Town.In(suite);
        using var officer = await town.Officer();
        var (learner, _) = await town.Learner();

        await officer.Open($"/{town.ShortName}/city/searches?days=never");
        await learner.Open($"/{town.ShortName}/city/searches");

        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.True(officer.Sees("Nothing to show yet"));
        Assert.Equal(HttpStatusCode.Forbidden, learner.Status);
    }
}
