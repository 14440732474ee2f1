namespace LearningCities.Web.Pages.Passport;

/// <summary>What the parties of a placement are called on the reader's page.</summary>
public sealed class Parties
{
    private readonly Placement _placement;
    private readonly string? _learner;
    private readonly Words _words;

    internal Parties(Placement placement, string? learner, Words words) => (_placement, _learner, _words) = (placement, learner, words);

    /// <summary>As the reader thinks of it: herself as <c>you</c>.</summary>
    public string this[string party] => _placement.Me.Contains(party) ? _words["Passport.You"] : Named(party);

    /// <summary>By name, also where it is the reader.</summary>
    public string Named(string party) => party switch
    {
        "learner" => _learner ?? _words["Passport.Party.learner"],
        "sending" => $"{_placement.SendingOrganisationName}" is { Length: > 0 } name ? name : _words["Passport.Party.sending"],
        _ => $"{_placement.HostOrganisationName}" is { Length: > 0 } name ? name : _words["Passport.Party.host"],
    };
}
