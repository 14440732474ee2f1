using LearningCities.Contracts;
using LearningCities.Contracts.Catalogue;
using LearningCities.Contracts.Mobility;
using LearningCities.Contracts.Pathways;

namespace LearningCities.Notifications.Tests;

/// <summary>What learners are told when something happens in Catalogue, Pathways and Mobility.</summary>
public sealed class TellingTests(NotificationsSuite suite)
{
    private static readonly LocalizedText Robots = new([new("hu", "Robotok estje"), new("en", "Robot night")]);

    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();
    private readonly Guid _signUp = Guid.CreateVersion7();

    [Fact]
    public async Task Of_her_sign_up_and_her_attendance()
    {
        await suite.Deliver(SignedUp());
        await AssertTold("sign-up-made", _signUp, "You have a place in 'Robot night'.", "Van helyed ezen a programon: Robotok estje.");

        await suite.Deliver(new AttendanceConfirmed(
            _city.Id, _signUp, 2, Guid.CreateVersion7(), _city.Organisation, _learner, Robots, "", NotificationsSuite.Noon));
        await AssertTold(
            "attendance-confirmed",
            _signUp,
            "The organiser has confirmed that you took part in 'Robot night'.",
            "A szervező igazolta, hogy részt vettél ezen: Robotok estje.");
    }

    [Fact]
    public async Task Of_a_place_she_lost()
    {
        await suite.Deliver(SignedUp());
        await suite.Deliver(Cancelled(byOrganiser: true));

        await AssertTold(
            "activity-cancelled",
            _signUp,
            "'Robot night' has been cancelled, so you no longer have a place in it.",
            "Elmarad ez a program, amelyre jelentkeztél: Robotok estje.");
        Assert.Equal(1, (await _city.List(_learner)).Unread);
    }

    [Fact]
    public async Task Not_of_a_place_she_gave_back_herself()
    {
        await suite.Deliver(SignedUp());
        await suite.Deliver(Cancelled(byOrganiser: false));

        await AssertTold(
            "sign-up-cancelled", _signUp, "You have given back your place in 'Robot night'.", "Lemondtad a helyedet ezen: Robotok estje.");
        Assert.Equal(0, (await _city.List(_learner)).Unread);
    }

    [Fact]
    public async Task Of_her_pathways_end()
    {
        var pathway = Guid.CreateVersion7();
        await suite.Deliver(new PathwayCompleted(_city.Id, pathway, 5, _learner, NotificationsSuite.Noon));

        await AssertTold(
            "pathway-completed",
            pathway,
            "You have completed your pathway. Well done!",
            "Végigjártad a tanulási utadat. Gratulálunk!");
    }

    [Theory]
    [InlineData("applied", "sending", "You have applied for the placement 'Robot night'.")]
    [InlineData("agreed", "learner", "Everybody has agreed to your placement 'Robot night'. Now it is your turn.")]
    [InlineData("declined", null, "Your placement 'Robot night' was declined.")]
    [InlineData("abroad", null, "Your placement 'Robot night' has begun.")]
    [InlineData("back", null, "Your placement 'Robot night' is over. Welcome back!")]
    [InlineData("withdrawn", null, "You have withdrawn from the placement 'Robot night'.")]
    [InlineData("on the moon", null, "There is news of your placement 'Robot night'.")]
    public async Task Of_her_placement(string state, string? next, string sentence)
    {
        await suite.Deliver(Placement(Guid.CreateVersion7(), 1, state, next));

        Assert.Equal([sentence], await _city.Reads(_learner));
    }

    [Fact]
    public async Task Nothing_when_a_placement_moves_between_others_only()
    {
        var placement = Guid.CreateVersion7();
        await suite.Deliver(Placement(placement, 1, "applied", "sending"));
        var told = (await _city.List(_learner)).Items.Single();
        using var client = _city.ClientOf(_learner, "notifications:read");
        await client.PutAsync($"/api/notifications/{told.Id}/reading", null);

        await suite.Deliver(Placement(placement, 2, "applied", "host"));

        Assert.Equal(0, (await _city.List(_learner)).Unread);
        Assert.Equal(told.At, (await _city.List(_learner)).Items.Single().At);
    }

    private async Task AssertTold(string kind, Guid about, string english, string hungarian)
    {
        var told = Assert.Single((await _city.List(_learner)).Items);
        Assert.Equal((kind, about, english), (told.Kind, told.About, told.Text));
        Assert.Equal([hungarian], await _city.Reads(_learner, "hu"));
    }

    private SignUpMade SignedUp() => new(
        _city.Id, _signUp, 1, Guid.CreateVersion7(), _city.Organisation, _learner, Robots, "rokus", NotificationsSuite.Noon);

    private SignUpCancelled Cancelled(bool byOrganiser) => new(
        _city.Id, _signUp, 2, Guid.CreateVersion7(), _city.Organisation, _learner, Robots, "rokus", NotificationsSuite.Noon, byOrganiser);

    private PlacementMoved Placement(Guid id, long version, string state, string? next) => new(
        _city.Id, id, version, _learner, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Robots, state, next,
        NotificationsSuite.Noon.AddMinutes(version));
}
