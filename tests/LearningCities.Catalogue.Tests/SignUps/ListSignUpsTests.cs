namespace LearningCities.Catalogue.Tests.SignUps;

public sealed class ListSignUpsTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task The_organisation_sees_who_comes_the_newest_first()
    {
        var activity = await _city.HasActivity();
        var first = await _city.HasSignUp(activity, Guid.CreateVersion7());
        var last = await _city.HasSignUp(activity, Guid.CreateVersion7());
        using var staff = _city.Client(Sentences.Attend);
        var path = $"/api/catalogue/activities/{activity.Id}/sign-ups?limit=1";

        var newest = await staff.GetFromJsonAsync<PageOf<SignUp>>(path);
        var rest = await staff.GetFromJsonAsync<PageOf<SignUp>>($"{path}&cursor={newest!.Next}");

        Assert.Equal(last, newest.Items.Single());
        Assert.Equal(first, rest!.Items.Single());
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task A_learner_sees_her_own()
    {
        var (activity, learner) = (await _city.HasActivity(), Guid.CreateVersion7());
        await _city.HasSignUp(activity, Guid.CreateVersion7());
        var own = await _city.HasSignUp(activity, learner);
        using var client = _city.ClientOf(learner, Sentences.Join);

        Assert.Equal([own], (await client.GetFromJsonAsync<PageOf<SignUp>>("/api/catalogue/sign-ups"))!.Items);
    }

    [Fact]
    public async Task Nobody_sees_anothers()
    {
        var signUp = await _city.HasSignUp(await _city.HasActivity(), Guid.CreateVersion7());
        using var other = _city.Client(Sentences.Join);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/catalogue/sign-ups/{signUp.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/api/catalogue/activities/{signUp.ActivityId}/sign-ups")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/api/catalogue/check-ins/{signUp.Code}")).StatusCode);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("00000000000000000000")]
    [InlineData("%C5%B1rhajo00000000000000")]
    public async Task A_code_that_is_none_finds_nobody(string code)
    {
        using var staff = _city.Client(Sentences.Attend);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/api/catalogue/check-ins/{code}")).StatusCode);
    }
}
