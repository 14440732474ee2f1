using LearningCities.Contracts;
using LearningCities.Contracts.Catalogue;
using LearningCities.Contracts.Identity;
using LearningCities.Contracts.Mobility;
using LearningCities.Contracts.Pathways;

namespace LearningCities.Notifications.Tests;

/// <summary>What a module tells again is no news: whoever it is of is not told of it for the second time, nor for the first.</summary>
public sealed class ToldAgainTests(NotificationsSuite suite)
{
    private static readonly LocalizedText Any = new("en", "Robot night");

    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task Nobody_is_told_of_what_is_told_again()
    {
        var (thing, other, noon) = (Guid.CreateVersion7(), Guid.CreateVersion7(), NotificationsSuite.Noon);
        await suite.DeliverAgain(NotificationsSuite.Swimmer(_city, _learner));
        await suite.DeliverAgain(new AwardRevoked(_city.Id, Guid.CreateVersion7(), 2, other, Any, other, _learner, noon));
        await suite.DeliverAgain(new SignUpMade(_city.Id, thing, 1, other, other, _learner, Any, "", noon));
        await suite.DeliverAgain(new SignUpCancelled(_city.Id, thing, 2, other, other, _learner, Any, "", noon, ByOrganiser: true));
        await suite.DeliverAgain(new AttendanceConfirmed(_city.Id, thing, 3, other, other, _learner, Any, "", noon));
        await suite.DeliverAgain(new PathwayCompleted(_city.Id, Guid.CreateVersion7(), 4, _learner, noon));
        await suite.DeliverAgain(new PlacementMoved(
            _city.Id, Guid.CreateVersion7(), 1, _learner, other, other, other, Any, "agreed", "learner", noon));

        Assert.Empty(await _city.Reads(_learner));
        Assert.DoesNotContain(await suite.RowsOf(_city.Id), row => row.StartsWith("notifications.letter: ", StringComparison.Ordinal)
            && row.Contains($"{_learner}", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_cities_are_called_is_kept_however_often_it_is_told()
    {
        await suite.DeliverAgain(new CityChanged(_city.Id, 1, $"city-{_city.Id:n}", new("en", "Szeged"), "Europe/Budapest"));

        Assert.Contains(await suite.RowsOf(_city.Id), row => row.Contains($"city-{_city.Id:n}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task News_that_come_after_are_told()
    {
        var awarded = NotificationsSuite.Swimmer(_city, _learner);
        await suite.DeliverAgain(awarded);
        await suite.Deliver(awarded);

        Assert.Equal(["You have been awarded the badge 'Swimmer'."], await _city.Reads(_learner));
    }
}
