using LearningCities.Web.Tests.Organisations;

namespace LearningCities.Web.Tests.CheckIn;

public class CheckInPageTests(WebSuite suite)
{
    [Fact]
    public async Task Staff_who_scan_the_code_see_who_it_is_and_confirm()
    {
        var door = await AtTheDoor.In(suite);
        var address = $"/{door.Town.ShortName}/check-in/{door.Code}";

        await door.Staff.Open(address);
        Assert.True(door.Staff.Sees("Kovács Réka"));
        Assert.True(door.Staff.Sees("Fix your own bike"));
        await door.Staff.Press("came");

        Assert.True(door.Staff.Sees("Kovács Réka came"));
        await door.Staff.Open(address);
        Assert.True(door.Staff.Sees("Confirmed already."));
    }

    [Fact]
    public async Task Who_scans_it_without_having_signed_in_does_so_and_comes_back()
    {
        var door = await AtTheDoor.In(suite);
        using var stranger = door.Town.Stranger();

        await stranger.Open($"/{door.Town.ShortName}/check-in/{door.Code}");

        Assert.Contains(Uri.EscapeDataString($"/check-in/{door.Code}"), stranger.Path, StringComparison.Ordinal);
        Assert.False(stranger.Sees("Kovács Réka"));
    }

    [Fact]
    public async Task Her_own_code_confirms_nothing_in_the_learners_hands()
    {
        var door = await AtTheDoor.In(suite);

        await door.Learner.Open($"/{door.Town.ShortName}/check-in/{door.Code}");

        Assert.Equal(HttpStatusCode.Forbidden, door.Learner.Status);
    }

    [Fact]
    public async Task A_code_of_another_organisation_is_nobodys()
    {
        var door = await AtTheDoor.In(suite);
        var (other, _) = await door.Town.Staff("Bike Kitchen");

        await other.Open($"/{door.Town.ShortName}/check-in/{door.Code}");

        Assert.True(other.Sees("This code is not one of yours"));
        Assert.False(other.Sees("Kovács Réka"));
    }
}
