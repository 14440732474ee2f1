using System.Text.RegularExpressions;

namespace LearningCities.Web.Tests.Forms;

/// <summary>A form as a browser reads it off the page: where it goes, what it carries, what one can write, choose and press.</summary>
/// <param name="Words">Fields that one writes in.</param>
/// <param name="Choices">Lists, radio buttons and check boxes.</param>
internal sealed partial record FormOnScreen(
    string Action,
    IReadOnlyList<(string Name, string Value)> Hidden,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Choices,
    IReadOnlyList<string> Buttons)
{
    public static IReadOnlyList<FormOnScreen> Of(string screen) => [.. Forms().Matches(screen).Select(form => Read(form.Value))];

    private static FormOnScreen Read(string form)
    {
        var inputs = Inputs().Matches(form).Select(tag => (
            Tag: tag.Groups[1].Value, Type: Attribute(tag.Value, "type"), Name: Attribute(tag.Value, "name"), Value: Attribute(tag.Value, "value"))).ToList();
        return new(
            Attribute(form, "action"),
            [.. inputs.Where(i => i is { Tag: "input", Type: "hidden" }).Select(i => (i.Name, i.Value))],
            [.. inputs.Where(i => i.Tag == "textarea" || (i.Tag == "input" && i.Type is not ("hidden" or "checkbox" or "radio"))).Select(i => i.Name)],
            [.. inputs.Where(i => i.Tag == "select" || i.Type is "checkbox" or "radio").Select(i => i.Name).Distinct()],
            [.. inputs.Where(i => i.Tag == "button").Select(i => i.Value)]);
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"(?<= {name}=\")[^\"]*").Value);

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<(input|textarea|select|button)\\b[^>]*>")]
    private static partial Regex Inputs();
}
