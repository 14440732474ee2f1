namespace LearningCities.Web.Tests.Operations;

public class ServiceHealthTests(WebSuite suite)
{
    [Fact]
    public async Task Who_has_not_signed_in_chooses_a_city_to_do_so()
    {
        var town = await Town.In(suite);
        using var stranger = town.Stranger();

        await stranger.Open("/operations");

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
        Assert.True(stranger.Sees($"/{town.ShortName}/sign-in?next=%2Foperations"));
    }

    [Fact]
    public async Task A_learner_does_not_see_it()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open("/operations");

        Assert.Equal(HttpStatusCode.Forbidden, learner.Status);
    }
}
