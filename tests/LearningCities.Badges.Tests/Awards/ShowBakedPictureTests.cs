using System.Xml.Linq;

namespace LearningCities.Badges.Tests.Awards;

public sealed class ShowBakedPictureTests(BadgesSuite suite)
{
    private static readonly XName Credential = XName.Get("credential", "https://purl.imsglobal.org/ob/v3p0");

    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task The_picture_carries_the_credential_as_its_first_child()
    {
        var award = await _city.HasAwarded(_learner);
        var share = await _city.HasShared(award);
        using var learner = _city.ClientOf(_learner, Sentences.Own);
        using var visitor = _city.Anonymous();

        var own = await learner.GetStringAsync($"/api/badges/awards/{award.Id}/picture");
        var shared = await visitor.GetStringAsync($"/api/badges/shares/{share.Code}/picture");

        Assert.Equal(own, shared);
        var first = XElement.Parse(own).Elements().First();
        Assert.Equal((Credential, await _city.CredentialOf(award)), (first.Name, first.Attribute("verify")?.Value));
    }

    [Fact]
    public async Task Who_is_given_the_picture_can_verify_it()
    {
        var award = await _city.HasAwarded(_learner);
        using var learner = _city.ClientOf(_learner, Sentences.Own);
        var credential = await learner.GetStringAsync($"/api/badges/awards/{award.Id}/picture");
        using var visitor = _city.Anonymous();

        var response = await visitor.PostAsJsonAsync("/api/badges/verifications", new { credential });

        Assert.Equal("valid", (await response.Content.ReadFromJsonAsync<Verification>())!.Verdict);
    }

    [Fact]
    public async Task It_is_the_learners_alone()
    {
        var award = await _city.HasAwarded(_learner);
        using var other = _city.Client(Sentences.Own);
        using var officer = _city.Client(Sentences.Award);
        using var visitor = _city.Anonymous();
        var path = $"/api/badges/awards/{award.Id}/picture";

        await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", await other.GetAsync(path));
        await Sentences.AssertRefused(HttpStatusCode.Forbidden, "not-allowed", await officer.GetAsync(path));
        await Sentences.AssertRefused(HttpStatusCode.Unauthorized, "not-signed-in", await visitor.GetAsync(path));
    }
}
