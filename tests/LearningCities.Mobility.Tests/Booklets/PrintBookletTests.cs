using System.Diagnostics;
using System.Text;

namespace LearningCities.Mobility.Tests.Booklets;

public sealed class PrintBookletTests(MobilitySuite suite) : IAsyncLifetime
{
    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync() => await _cities.AreKnown();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("en", "Pathway passport", "Réka Kővágó-Świątek", "Keep this with you")]
    [InlineData("hu", "Tanulói útlevél", "Žiga Čušin", "Legyen mindig nálad")]
    public async Task It_is_eight_pages_of_A5_in_the_readers_language_that_qpdf_finds_no_fault_with(
        string language, string title, string holder, string sentence)
    {
        var file = await Printed(await _cities.HasAgreed(), holder, language);

        Assert.Contains("No syntax or stream encoding errors", await Run("qpdf", "--check", file), StringComparison.Ordinal);
        var info = await Run("pdfinfo", file);
        Assert.Matches(@"Pages: +8\b", info);
        Assert.Matches(@"Page size: +419\.5\d* x 595\.2\d* pts", info);
        Assert.Matches($"Title: +{title} [0-9A-Z]{{4}}-", info);
        Assert.Matches("Tagged: +yes", info);
        Assert.Contains($"({language})", await Run("qpdf", "--qdf", "--object-streams=disable", file, "-"), StringComparison.Ordinal);
        var text = await Run("pdftotext", file, "-");
        Assert.All([holder, sentence, "Kolesarska delavnica Rog"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_fonts_are_in_it()
    {
        var fonts = await Run("pdffonts", await Printed(await _cities.HasAgreed(), "Réka Kovács", "en"));

        var rows = fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches(@"AtkinsonHyperlegibleNext.* Identity-H +yes +\w+ +yes ", row));
    }

    [Fact]
    public async Task Its_QR_code_is_the_passports_address()
    {
        var placement = await _cities.HasAgreed();
        var file = await Printed(placement, "Réka Kovács", "en");

        await Run("pdftoppm", "-r", "150", "-f", "8", "-l", "8", "-png", file, file);
        var read = await Run("zbarimg", "-q", "--raw", $"{file}-8.png");

        Assert.Equal($"http://localhost:5000/home-{_cities.Home.Id:n}/passport/{placement.Id}", read.Trim());
        Assert.Contains(placement.Code, await Run("pdftotext", "-f", "8", file, "-"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_letters_it_does_not_have_is_left_to_be_written_by_hand()
    {
        var text = await Run("pdftotext", await Printed(await _cities.HasAgreed(), "Оксана Шевченко", "en"), "-");

        Assert.Contains("Name", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Оксана", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_as_long_as_they_may_be_still_print()
    {
        var file = await Printed(await _cities.HasAgreed(), new string('W', 100), "hu");

        Assert.Matches(@"Pages: +8\b", await Run("pdfinfo", file));
    }

    [Fact]
    public async Task Many_print_at_the_same_moment()
    {
        var placement = await _cities.HasAgreed();

        var booklets = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Print(placement, $"Learner {i}", _cities.AsLearner)));

        Assert.All(booklets, booklet => Assert.Equal(HttpStatusCode.OK, booklet.StatusCode));
    }

    [Fact]
    public async Task Two_suites_in_one_process_both_print()
    {
        await using var second = new RunningSuite("mobility");
        await second.InitializeAsync();
        var there = await new TwoCities(second).AreKnown();

        var here = await Print(await _cities.HasAgreed(), "Réka", _cities.AsLearner);
        var other = await Print(await there.HasAgreed(), "Réka", there.AsLearner);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (here.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task Each_party_prints_it_and_nobody_else()
    {
        var placement = await _cities.HasAgreed();

        foreach (var party in new[] { "learner", "sending", "host" })
        {
            var booklet = await Print(placement, "Réka", _cities.Client(party));
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (booklet.StatusCode, booklet.Content.Headers.ContentType?.MediaType));
        }

        await TwoCities.AssertRefused(
            HttpStatusCode.NotFound, "not-found", await Print(placement, "Réka", suite.NewCity().Client(TwoCities.Own, TwoCities.Manage)));
        await TwoCities.AssertRefused(
            HttpStatusCode.Unauthorized, "not-signed-in", await Print(placement, "Réka", _cities.Home.Anonymous()));
        await TwoCities.AssertRefused(
            HttpStatusCode.Forbidden, "not-allowed", await Print(placement, "Réka", _cities.Home.Client("badges:own")));
    }

    [Theory]
    [InlineData("", "request-invalid")]
    [InlineData(null, "request-malformed")]
    public async Task A_booklet_has_a_holder(string? name, string code)
    {
        var placement = await _cities.HasAgreed();

        await TwoCities.AssertRefused(HttpStatusCode.BadRequest, code, await Print(placement, name!, _cities.AsLearner));
        await TwoCities.AssertRefused(
            HttpStatusCode.BadRequest, "request-invalid", await Print(placement, new string('a', 101), _cities.AsLearner));
    }

    private static Task<HttpResponseMessage> Print(Placement placement, string holderName, HttpClient client) =>
        client.PostAsJsonAsync($"/api/mobility/placements/{placement.Id}/booklet", new { holderName });

    /// <summary>The booklet as a file beside the tests, where a person can look at it, too.</summary>
    private async Task<string> Printed(Placement placement, string holder, string language)
    {
        using var learner = _cities.AsLearner;
        learner.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var response = await Print(placement, holder, learner);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());

        var file = Path.Combine(Directory.CreateTempSubdirectory("booklet-").FullName, $"{language}.pdf");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync());
        return file;
    }

    private static async Task<string> Run(string command, params string[] arguments)
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, command))),
            $"'{command}' is not installed. Debian: apt-get install qpdf poppler-utils zbar-tools.");
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {said}");
    }
}
