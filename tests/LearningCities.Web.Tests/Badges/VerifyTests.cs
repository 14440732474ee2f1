namespace LearningCities.Web.Tests.Badges;

public class VerifyTests(WebSuite suite)
{
    [Fact]
    public async Task A_credential_that_nobody_changed_is_real()
    {
        using var stranger = await Checks(await Credential());

        Assert.True(stranger.Sees("This badge is real"));
        Assert.True(stranger.Sees("Bike fixer"));
        Assert.True(stranger.Sees("Szeged Youth House"));
    }

    [Fact]
    public async Task A_credential_with_a_letter_changed_is_not()
    {
        var parts = (await Credential()).Split('.');
        var signature = parts[2][0] == 'A' ? $"B{parts[2][1..]}" : $"A{parts[2][1..]}";

        using var stranger = await Checks($"{parts[0]}.{parts[1]}.{signature}");

        Assert.True(stranger.Sees("This is not a real badge"));
    }

    [Fact]
    public async Task What_is_no_credential_at_all_is_said_to_be_none()
    {
        using var stranger = await Checks("Dear Sir or Madam");

        Assert.True(stranger.Sees("This is not a real badge"));
        Assert.True(stranger.Sees("Dear Sir or Madam"));
    }

    [Fact]
    public async Task Nothing_typed_is_asked_for_beside_the_field()
    {
        using var stranger = await Checks("");

        Assert.True(stranger.Sees("It begins with eyJ"));
        Assert.True(stranger.Sees("aria-invalid=\"true\""));
    }

    [Fact]
    public async Task A_code_that_nobody_has_is_said_so_and_stays()
    {
        using var stranger = new Visitor(suite.Address);

        await stranger.Open("/verify?code=K7QM-42TX");

        Assert.True(stranger.Sees("No badge has this code"));
        Assert.True(stranger.Sees("value=\"K7QM-42TX\""));
    }

    private async Task<Visitor> Checks(string credential)
    {
        var stranger = new Visitor(suite.Address);
        await stranger.Open("/verify");
        await stranger.Press("check", ("credential", credential));
        return stranger;
    }

    private async Task<string> Credential()
    {
        var town = await Town.In(suite);
        var (learner, person) = await town.Learner();
        var (_, organisation) = await town.Staff();
        var award = await Shares.HasAward(town, organisation, person);
        using var file = await learner.Fetch($"/{town.ShortName}/badges/{award}/credential");
        return await file.Content.ReadAsStringAsync();
    }
}
