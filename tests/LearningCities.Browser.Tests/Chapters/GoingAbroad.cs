namespace LearningCities.Browser.Tests.Chapters;

/// <summary>6. She applies for a placement abroad, both sides agree, her passport says who acts next, its booklet prints.</summary>
internal static class GoingAbroad
{
    private const string Host = "ljubljana";

    public static async Task Tell(Story story)
    {
        var maja = await story.SignedIn("Maja of the workshop in Ljubljana", "maja@example.org", Host);
        var title = $"Three weeks with bicycles, {story.Word}";
        await Offers(story, maja, title);
        await Applies(story, title);

        var passport = story.Learner.Here;
        await Agrees(story.Staff, passport.Replace("/passport/", "/organisation/placements/", StringComparison.Ordinal));
        await story.Keep("placement", story.Staff);
        await story.Keep("placements", story.Staff, $"/{Place.City}/organisation/placements");
        await Agrees(maja, passport.Replace($"/{Place.City}/passport/", $"/{Host}/organisation/placements/", StringComparison.Ordinal));
        await Prepares(story, passport);
        await Prints(story, passport);
    }

    private static async Task Offers(Story story, Reader maja, string title)
    {
        var from = DateOnly.FromDateTime(story.Begins).AddDays(60);
        await maja.Open($"/{Host}/organisation/placements");
        await maja.Press("Offer a placement");
        await story.Keep("new offer", maja);
        await maja.Write(
            ("title.sl", title), ("title.en", title), ("description.sl", "Popravljaš kolesa."),
            ("description.en", "You repair city bikes beside Maja."), ("field", "bicycle mechanics"),
            ("from", $"{from:yyyy-MM-dd}"), ("to", $"{from.AddDays(18):yyyy-MM-dd}"), ("places", "1"), ("allowance", "120"));
        await maja.Press("Publish the offer");
        await maja.Sees("The offer is published.");
    }

    private static async Task Applies(Story story, string title)
    {
        var learner = story.Learner;
        await learner.Open($"/{Place.City}/abroad");
        await story.Keep("abroad", learner);
        await learner.Press(title);
        await story.Keep("offer", story.Stranger, learner.Here);
        await learner.Write(("sendingOrganisationId", "Szeged Youth House"), ("motivation", "I want to learn how to build wheels."));
        await learner.Press("Send my application");
        await learner.Sees("Your application is sent.");
        await learner.Sees("We wait for Szeged Youth House");
    }

    private static async Task Agrees(Reader staff, string address)
    {
        await staff.Awaits(address, Story.Heroine); // her name comes by an event
        await staff.Write(("comment", "We look forward to it."));
        await staff.Press("Yes, we agree");
        await staff.Sees("Your answer is saved.");
    }

    private static async Task Prepares(Story story, string passport)
    {
        var learner = story.Learner;
        await learner.Open(passport);
        await learner.Sees("Your turn");
        foreach (var phase in new[] { "Before", "During", "After" })
        {
            await learner.SeesPart($".phases h3:text-is('{phase}')");
        }

        await learner.Press("Done: tick it off");
        await learner.Sees("Ticked off.");
        await story.Keep("passport", learner, passport);
    }

    private static async Task Prints(Story story, string passport)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("booklet-").FullName, "booklet.pdf");
        await File.WriteAllBytesAsync(file, await story.Learner.Saves("Booklet to print (PDF)"));
        Assert.Contains("No syntax or stream encoding errors", await Tool.Run("qpdf", "--check", file), StringComparison.Ordinal);
        var info = await Tool.Run("pdfinfo", file);
        Assert.Matches(@"Page size: +419\.5\d* x 595\.2\d* pts", info); // A5
        Assert.Matches(@"Pages: +8\b", info);
        await Tool.Run("pdftoppm", "-r", "150", "-f", "8", "-l", "8", "-png", file, file);
        Assert.Equal($"{story.Place.Address.ToString().TrimEnd('/')}{passport}", (await Tool.Run("zbarimg", "-q", "--raw", $"{file}-8.png")).Trim());
    }
}
