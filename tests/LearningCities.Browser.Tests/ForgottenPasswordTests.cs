using LearningCities.Browser.Tests.Chapters;

namespace LearningCities.Browser.Tests;

[Trait("story", "yes")]
public sealed class ForgottenPasswordTests(Story story)
{
    private const string NewPassword = "green-heron-dances-17";

    [Fact]
    public async Task A_letter_with_a_link_leads_to_a_new_password()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        Assert.SkipWhen(story.Place.Letters is null, story.Place.NoLetters);
        var email = $"forgetful.{Guid.CreateVersion7():n}@example.org";
        await using (var before = await Reader.Called("Réka before", story.Place))
        {
            await before.Open($"/{Place.City}/register");
            await TakingPart.Register(before, "Szabó Réka", email);
        }

        await using var reader = await Reader.Called("Réka", story.Place);
        await reader.Open($"/{Place.City}/sign-in");
        await reader.Press("I forgot my password");
        await reader.Write(("email", email));
        await reader.Press("Send me the link");
        await reader.Sees("a link is on its way");

        var letter = (await story.Place.Letters!.To(email, 1))[0];
        Assert.Equal("A new password", letter.Subject);
        await reader.Open(LinkIn(letter.TextBody ?? ""));
        await reader.Write(("password", NewPassword));
        await reader.Press("Keep this password");
        await reader.Sees("Your new password works.");
        await SignsIn(reader, email, Story.Password);
        await reader.Sees("This address and this password do not belong together");
        await SignsIn(reader, email, NewPassword);
        await reader.Sees("Hello, Szabó Réka");
    }

    private static async Task SignsIn(Reader reader, string email, string password)
    {
        await reader.Write(("email", email), ("password", password));
        await reader.Press("Sign me in");
    }

    private static string LinkIn(string text) =>
        text.Split([' ', '\n', '\r', '<', '>'], StringSplitOptions.RemoveEmptyEntries).Single(word => word.Contains("/new-password/", StringComparison.Ordinal));
}
