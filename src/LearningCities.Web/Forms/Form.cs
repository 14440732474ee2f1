using System.Globalization;
using LearningCities.Web.Calls;

namespace LearningCities.Web.Forms;

/// <summary>What was typed, and what is wrong with it.</summary>
/// <param name="stale">It says no longer that it is ours: a page that was open for long. It is shown again, and does nothing.</param>
internal sealed class Form(IFormCollection posted, bool stale = false)
{
    private readonly List<(string Field, string Text)> _wrong = [];
    private string? _key;

    public static Form Empty => new(FormCollection.Empty);

    public bool IsPosted => posted.Count > 0;

    public bool IsStale => stale;

    public bool IsWrong => _wrong.Count > 0;

    /// <summary>What is wrong, in the order it was found. The field is empty where it is none of them.</summary>
    public IReadOnlyList<(string Field, string Text)> Errors => _wrong;

    /// <summary>One key for each time a form is shown: sent twice, it does one thing.</summary>
    public string Key => _key ??= Guid.TryParse(this["key"], out var key) ? key.ToString() : Guid.CreateVersion7().ToString();

    /// <summary>Which of the page's buttons was pressed.</summary>
    public string Do => this["do"];

    /// <summary>The version that was seen.</summary>
    public long Version => long.TryParse(this["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    /// <summary>All that was sent, to be sent again; without what only this once was good for.</summary>
    public IEnumerable<(string Field, string Value)> Sent =>
        from sent in posted
        where sent.Key is not ("form" or "password")
        from value in sent.Value.OfType<string>()
        select (sent.Key, value);

    /// <summary>What was typed; empty where nothing was.</summary>
    public string this[string field] => posted.TryGetValue(field, out var typed) ? typed.ToString().Trim() : "";

    public IReadOnlyList<string> All(string field) =>
        posted.TryGetValue(field, out var typed) ? [.. typed.OfType<string>().Where(value => value.Length > 0)] : [];

    public bool Has(string field) => posted.ContainsKey(field);

    /// <summary>What is in the field: what was typed, or at first what it begins with.</summary>
    public string? Typed(string field, string? first) => posted.TryGetValue(field, out var typed) ? typed.ToString() : first;

    public Guid? Id(string field) => Guid.TryParse(this[field], out var id) ? id : null;

    public string? WrongWith(string field) => _wrong.FirstOrDefault(error => error.Field == field).Text;

    public void Wrong(string field, string text) => _wrong.Add((field, text));

    /// <summary>A field that may not be empty, nor longer than this.</summary>
    public string Need(string field, string otherwise, int longest = 1000)
    {
        var typed = this[field];
        if (typed.Length == 0 || typed.Length > longest)
        {
            Wrong(field, otherwise);
        }

        return typed;
    }

    /// <summary>
    /// What the module said. Its fields are ours by the same names; <paramref name="texts"/> says in the page's own words what
    /// to write there, because a module's check speaks to programs.
    /// </summary>
    public void Take(Refusal refusal, Words words, params (string Field, string Text)[] texts)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            throw Turn.SignIn();
        }

        if (refusal.IsSilence)
        {
            Wrong("", words["Form.Silent"]);
            return;
        }

        foreach (var error in refusal.Errors)
        {
            var own = texts.FirstOrDefault(text => text.Field == error.Field).Text;
            Wrong(error.Field, own ?? words["Form.LookAgain"]);
        }

        if (refusal.Errors.Count == 0)
        {
            Wrong("", refusal.Code == "changed-meanwhile" ? words["Form.Changed"]
                : refusal.Title.Length > 0 ? refusal.Title : words["Form.Refused"]);
        }
    }
}
