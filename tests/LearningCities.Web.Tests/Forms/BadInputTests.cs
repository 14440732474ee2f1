using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Web.Tests.Forms;

/// <summary>
/// What people write by mistake, what they paste, and what nobody writes who means well, in each field of each form. The forms
/// are read off the pages, so that a new field is tried without a word here; a new page with a form is asked for.
/// </summary>
public sealed partial class BadInputTests(WebSuite suite)
{
    private const string Token = "form";

    private static readonly (string What, string Written)[] Mistakes =
    [
        ("nothing", ""),
        ("spaces", "   "),
        ("10,000 letters", new string('a', 10_000)),
        ("a day as words", "31 February"),
        ("a day long ago", "1999-12-31"),
        ("less than nothing", "-1"),
        ("more than everything", "99999999999999999999"),
        ("a program", "<script>alert('1')</script>"),
        ("marks", "\"'><img src=x onerror=alert(1)>"),
        ("pictures", "🚲👩🏽‍🔧🏳️‍🌈"),
        ("from right to left", "مرحبا بكم في المدينة"),
        ("what no key writes", "\u0007\u000b\u202ebell"),
        ("a question to a database", "'; drop table badge; --"),
    ];

    private readonly List<string> _faults = [];

    [Fact]
    public async Task Every_page_with_a_form_is_tried()
    {
        var everything = await Everything.In(suite);
        using var stranger = everything.Town.Stranger();

        var pages = suite.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(page => page.Metadata.Any(mark => mark.GetType().Name == "ForPeople"))
            .Where(page => page.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))
            .Select(page => page.RoutePattern.RawText!);

        Assert.Equal(pages.Order(), everything.Forms(stranger).Select(form => form.Pattern).Append("/operations").Order());
    }

    [Fact]
    public async Task Whatever_is_written_the_page_says_what_to_do_and_keeps_every_word()
    {
        var everything = await Everything.In(suite);
        using var stranger = everything.Town.Stranger();

        foreach (var (pattern, who, address) in everything.Forms(stranger))
        {
            foreach (var mistake in Mistakes)
            {
                await Try(pattern, who, address, mistake);
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task What_a_form_carries_unseen_may_be_anything()
    {
        var everything = await Everything.In(suite);
        using var stranger = everything.Town.Stranger();

        foreach (var (pattern, who, address) in everything.Forms(stranger))
        {
            await who.Open(address);
            Check(FormOnScreen.Of(who.Screen).Count > 0, pattern, $"there is no form: {who.Status}");
            foreach (var form in FormOnScreen.Of(who.Screen))
            {
                foreach (var button in form.Buttons.Append("nothing-like-it"))
                {
                    await who.Send(form.Action,
                    [
                        .. form.Hidden.Select(hidden => (hidden.Name, hidden.Name == Token ? hidden.Value : "<b>no</b>")),
                        .. form.Words.Concat(form.Choices).Select(name => (name, "<b>no</b>")),
                        ("do", button.Length == 0 ? button : Regex.Replace(button, ":.*", ":no")),
                    ]);
                    Check((int)who.Status < 500 && who.Screen.Contains("<h1", StringComparison.Ordinal), pattern, $"'{button}' with nonsense: {who.Status}");
                    Check(!who.Screen.Contains("<b>no</b>", StringComparison.Ordinal), pattern, $"'{button}': what was sent is markup");
                }
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task A_page_that_was_open_for_long_is_shown_again_with_every_word()
    {
        var everything = await Everything.In(suite);
        using var stranger = everything.Town.Stranger();

        foreach (var (pattern, who, address) in everything.Forms(stranger))
        {
            await who.Open(address);
            foreach (var form in FormOnScreen.Of(who.Screen))
            {
                var typed = form.Words.Select(name => (name, $"words-of-{name}")).ToList();
                await who.Send(form.Action,
                    [.. form.Hidden.Select(h => (h.Name, h.Name == Token ? "an old one" : h.Value)), .. typed, ("do", form.Buttons[0])]);

                Check(who.StayedOnForm && who.Sees("Nothing is lost: look at it, then press the button again."), pattern, $"a page that is too old is not shown again: {who.Status} {who.Path}");
                Check(typed.All(word => word.name == "password" || who.Sees(word.Item2)), pattern, "a page that is too old lost a word");
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task Who_was_signed_out_meanwhile_signs_in_and_sends_the_same_words_by_one_button()
    {
        var everything = await Everything.In(suite);
        var (town, email) = (everything.Town, everything.Town.Admin);
        var somebody = await town.Administrator();
        await somebody.Open($"{everything.City}/city/organisations");
        var form = somebody.Screen;
        using var signedOut = town.Stranger();
        await signedOut.Open($"{everything.City}/sign-in"); // for the cookie of forms alone

        await signedOut.Again(WithTokenOf(signedOut.Screen, form), "add", ("name.en", "Bike Kitchen <3"), ("district", ""), ("website", ""));

        Assert.Equal(HttpStatusCode.Unauthorized, signedOut.Status);
        Assert.True(signedOut.Sees("What you wrote is kept."));
        await signedOut.Press("", ("email", email), ("password", "wrong-but-long-enough"));
        await signedOut.Press("", ("email", email), ("password", Town.Password));
        Assert.True(signedOut.Sees("You are signed in again"));
        Assert.True(signedOut.Sees("Bike Kitchen <3"));
        await signedOut.Press("");
        Assert.True(signedOut.Sees("The organisation is added."));
        Assert.True(signedOut.Sees("Bike Kitchen <3"));
    }

    [Fact]
    public async Task No_form_that_needs_a_session_loses_a_word_when_there_is_none_any_more()
    {
        var everything = await Everything.In(suite);
        using var stranger = everything.Town.Stranger();

        foreach (var (pattern, who, address) in everything.Forms(stranger).Where(form => form.Who != stranger && !form.Pattern.EndsWith("/sign-out", StringComparison.Ordinal)))
        {
            await who.Open(address);
            foreach (var form in FormOnScreen.Of(who.Screen))
            {
                using var signedOut = everything.Town.Stranger();
                await signedOut.Open($"{everything.City}/sign-in");
                var token = FormOnScreen.Of(signedOut.Screen)[0].Hidden.First(h => h.Name == Token).Value;
                await signedOut.Send(form.Action,
                    [.. form.Hidden.Select(h => (h.Name, h.Name == Token ? token : h.Value)), .. form.Words.Select(name => (name, $"words-of-{name}")), ("do", form.Buttons[0])]);

                Check(signedOut.Status == HttpStatusCode.Unauthorized && form.Words.All(name => signedOut.Sees($"words-of-{name}")), pattern, $"signed out: {signedOut.Status}");
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_taken()
    {
        var town = await Town.In(suite);
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = suite.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{town.ShortName}/register")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("name", "Prefilled")]),
        };
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Prefilled", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task Try(string pattern, Visitor who, string address, (string What, string Written) mistake)
    {
        await who.Open(address);
        foreach (var form in FormOnScreen.Of(who.Screen).Where(form => form.Words.Count > 0))
        {
            foreach (var button in form.Buttons)
            {
                await who.Send(form.Action,
                    [.. form.Hidden, .. form.Words.Concat(form.Choices).Select(name => (name, mistake.Written)), ("do", button)]);
                Judge(pattern, who, form, button, mistake);
            }
        }
    }

    private void Judge(string pattern, Visitor who, FormOnScreen form, string button, (string What, string Written) mistake)
    {
        var what = $"'{button}' with {mistake.What}";
        Check((int)who.Status < 500 && who.Screen.Contains("<h1", StringComparison.Ordinal), pattern, $"{what}: {who.Status}");
        Check(!who.Screen.Contains("<script>alert", StringComparison.Ordinal) && !who.Screen.Contains("<img src=x", StringComparison.Ordinal), pattern, $"{what}: what was written is markup");
        if (!who.StayedOnForm || button == "show")
        {
            return; // taken, or only looked at
        }

        Check(who.Screen.Contains("class=\"errs\"", StringComparison.Ordinal) || who.Screen.Contains("class=\"verdict", StringComparison.Ordinal) || who.Screen.Contains("class=\"note ok\"", StringComparison.Ordinal) || who.Sees("This link works no more."), pattern, $"{what}: nothing says what is wrong");
        foreach (Match link in ErrorLinks().Matches(who.Screen))
        {
            Check(who.Screen.Contains($" id=\"{link.Groups[1].Value}\"", StringComparison.Ordinal), pattern, $"{what}: the error's link '#{link.Groups[1].Value}' leads nowhere");
        }

        if (who.Screen.Contains("class=\"errs\"", StringComparison.Ordinal) && mistake.Written.Trim().Length > 0)
        {
            var kept = FormOnScreen.Of(who.Screen).FirstOrDefault(again => again.Action == form.Action && again.Buttons.Contains(button));
            var times = Regex.Count(WebUtility.HtmlDecode(who.Screen), Regex.Escape(mistake.Written));
            Check(kept is not null, pattern, $"{what}: the form is gone");
            Check(times >= form.Words.Count(name => name is not "password"), pattern, $"{what}: {form.Words.Count} fields, kept {times}");
        }
    }

    private static string WithTokenOf(string mine, string screen)
    {
        var token = TokenField().Match(mine).Value;
        return TokenField().Replace(screen, token);
    }

    private void Check(bool holds, string pattern, string otherwise)
    {
        if (!holds)
        {
            _faults.Add($"{pattern}: {otherwise}");
        }
    }

    [GeneratedRegex("<li><a href=\"#([^\"]+)\">")]
    private static partial Regex ErrorLinks();

    [GeneratedRegex("<input type=\"hidden\" name=\"form\" value=\"[^\"]*\">")]
    private static partial Regex TokenField();
}
