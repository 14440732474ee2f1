namespace LearningCities.Notifications.Tests;

public sealed class ReadNotificationTests(NotificationsSuite suite)
{
    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task What_has_been_read_is_no_longer_counted()
    {
        await suite.Deliver(NotificationsSuite.Swimmer(_city, _learner));
        await suite.Deliver(NotificationsSuite.Swimmer(_city, _learner));
        var told = await _city.List(_learner);
        Assert.Equal(2, told.Unread);

        var first = await Read(_learner, told.Items[0].Id);
        var again = await Read(_learner, told.Items[0].Id);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        told = await _city.List(_learner);
        Assert.Equal(1, told.Unread);
        Assert.NotNull(told.Items[0].ReadAt);
    }

    [Fact]
    public async Task What_is_new_of_the_same_thing_is_unread_again()
    {
        var awarded = NotificationsSuite.Swimmer(_city, _learner);
        await suite.Deliver(awarded);
        await Read(_learner, (await _city.List(_learner)).Items.Single().Id);

        await suite.Deliver(new AwardRevoked(
            _city.Id, awarded.AwardId, 2, awarded.BadgeId, awarded.BadgeName, awarded.OrganisationId, _learner, awarded.AwardedAt));

        Assert.Equal(1, (await _city.List(_learner)).Unread);
    }

    [Fact]
    public async Task Nobody_reads_what_is_told_to_others()
    {
        await suite.Deliver(NotificationsSuite.Swimmer(_city, _learner));
        var hers = (await _city.List(_learner)).Items.Single().Id;

        Assert.Equal(HttpStatusCode.NotFound, (await Read(Guid.CreateVersion7(), hers)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Read(_learner, Guid.CreateVersion7())).StatusCode);
        using var elsewhere = suite.NewCity().ClientOf(_learner, "notifications:read");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PutAsync(Address(hers), null)).StatusCode);
        Assert.Equal(1, (await _city.List(_learner)).Unread);
    }

    [Fact]
    public async Task Only_the_signed_in_read()
    {
        var address = Address(Guid.CreateVersion7());

        Assert.Equal(HttpStatusCode.Unauthorized, (await _city.Anonymous().PutAsync(address, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _city.Client("badges:award").PutAsync(address, null)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _city.Client("notifications:read").PutAsync("/api/notifications/first/reading", null)).StatusCode);
    }

    private async Task<HttpResponseMessage> Read(Guid person, Guid notification)
    {
        using var client = _city.ClientOf(person, "notifications:read");
        return await client.PutAsync(Address(notification), null);
    }

    private static string Address(Guid notification) => $"/api/notifications/{notification}/reading";
}
