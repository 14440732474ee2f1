namespace LearningCities.Catalogue.Tests.SignUps;

public sealed class SignUpForActivityTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task A_learner_gets_a_place_and_a_code()
    {
        var (activity, learner) = (await _city.HasActivity(), Guid.CreateVersion7());
        using var client = _city.ClientOf(learner, Sentences.Join);

        var made = await client.Create($"/api/catalogue/activities/{activity.Id}/sign-ups", new { });

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.StatusCode, made.Headers.ETag?.Tag));
        var signUp = (await made.Content.ReadFromJsonAsync<SignUp>())!;
        Assert.Equal((activity.Id, learner, "taken", 20), (signUp.ActivityId, signUp.LearnerId, signUp.State, signUp.Code.Length));
        Assert.Equal(await made.Content.ReadAsStringAsync(), await client.GetStringAsync(made.Headers.Location));
        var told = await suite.EventsOf<SignUpMade>().First(e => e.SignUpId == signUp.Id);
        Assert.Equal((learner, _city.Organisation, "belvaros"), (told.LearnerId, told.OrganisationId, told.District));
    }

    [Fact]
    public async Task When_thirty_want_twenty_places_exactly_twenty_get_one()
    {
        var activity = await _city.HasActivity(("capacity", 20));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SignUp(activity)));

        Assert.Equal(20, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        var refused = answers.Where(answer => !answer.IsSuccessStatusCode).Select(answer => answer.ProblemCode());
        Assert.Equal(Enumerable.Repeat("activity-full", 10), await Task.WhenAll(refused));
        await Eventually.Holds(async () => (await _city.Finds()).Items is [{ PlacesLeft: 0 }]);
    }

    [Fact]
    public async Task Who_taps_twice_has_one_place()
    {
        var activity = await _city.HasActivity();
        using var learner = _city.Client(Sentences.Join);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            learner.Create($"/api/catalogue/activities/{activity.Id}/sign-ups", new { })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        var refused = answers.Where(answer => !answer.IsSuccessStatusCode).Select(answer => answer.ProblemCode());
        Assert.All(await Task.WhenAll(refused), code => Assert.Equal("already-signed-up", code));
    }

    [Fact]
    public async Task Who_gave_a_place_back_can_take_one_again()
    {
        var (activity, learner) = (await _city.HasActivity(("capacity", 1)), Guid.CreateVersion7());
        var first = await _city.HasSignUp(activity, learner);
        using var client = _city.ClientOf(learner, Sentences.Join);
        await client.Change($"/api/catalogue/sign-ups/{first.Id}/cancellation", null, Sentences.ETag(1));

        var second = await _city.HasSignUp(activity, learner);

        Assert.NotEqual(first.Code, second.Code);
    }

    [Fact]
    public async Task What_is_cancelled_takes_nobody()
    {
        var activity = await _city.HasActivity();
        await _city.Cancels(activity);

        await Refused(activity, "activity-cancelled");
    }

    [Fact]
    public async Task What_is_over_takes_nobody() => await Refused(
        await _city.HasActivity(("startsAt", Sentences.InDays(-2)), ("endsAt", Sentences.InDays(-1))), "activity-over");

    [Fact]
    public async Task Where_people_just_come_nobody_signs_up() =>
        await Refused(await _city.HasActivity(("takesSignUps", false)), "sign-up-elsewhere");

    [Fact]
    public async Task In_another_city_it_is_not_there()
    {
        using var stranger = suite.NewCity().Client(Sentences.Join);

        var response = await stranger.Create($"/api/catalogue/activities/{(await _city.HasActivity()).Id}/sign-ups", new { });

        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (response.StatusCode, await response.ProblemCode()));
    }

    [Theory]
    [InlineData(Sentences.Publish, HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Only_who_may_signs_up(string? scope, HttpStatusCode expected)
    {
        using var client = scope is null ? _city.Anonymous() : _city.Client(scope);

        var response = await client.Create($"/api/catalogue/activities/{(await _city.HasActivity()).Id}/sign-ups", new { });

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_created()
    {
        using var learner = _city.Client(Sentences.Join);

        var response = await learner.PostAsJsonAsync(
            $"/api/catalogue/activities/{(await _city.HasActivity()).Id}/sign-ups", new { });

        Assert.Equal("idempotency-key-missing", await response.ProblemCode());
    }

    private async Task<HttpResponseMessage> SignUp(Activity activity)
    {
        using var learner = _city.Client(Sentences.Join);
        var key = $"{Guid.CreateVersion7()}";
        while (true)
        {
            var answer = await learner.Create($"/api/catalogue/activities/{activity.Id}/sign-ups", new { }, key);
            if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable)
            {
                return answer;
            }

            await Task.Delay(answer.Headers.RetryAfter!.Delta!.Value); // as a busy server asks its clients to
        }
    }

    private async Task Refused(Activity activity, string code)
    {
        var response = await SignUp(activity);
        Assert.Equal((HttpStatusCode.Conflict, code), (response.StatusCode, await response.ProblemCode()));
    }
}
