using LearningCities.Mobility.Pdf;

namespace LearningCities.Mobility.Booklets;

/// <summary>The pages between the phases, which are mostly written by hand.</summary>
internal static class InnerLeaves
{
    /// <summary>Page 2: whom to call. Names and numbers are written in: they are nobody's business but the holder's.</summary>
    public static void People(Leaf leaf, Passport passport, Texts texts)
    {
        leaf.Title(texts["booklet-people"]);
        Row(leaf, texts["booklet-emergency"], texts["booklet-emergency-where"], "112");
        Row(leaf, texts["booklet-contact-home"], passport.Sending, "");
        Row(leaf, texts["booklet-contact-host"], passport.Host, "");
        Row(leaf, texts["booklet-family"], "", "");
        Row(leaf, "", "", "");
        leaf.Subtitle(texts["booklet-living"]);
        leaf.Rules(2);
        leaf.Y += 4;
        leaf.Subtitle(texts["booklet-health"]);
        leaf.Hint(texts["booklet-health-hint"]);
        leaf.Rules(2);
        leaf.Y += 4;
        leaf.Subtitle(texts["booklet-words"]);
        leaf.Hint(texts["booklet-words-hint"]);
        leaf.RulesToTheFoot();
    }

    private static void Row(Leaf leaf, string who, string which, string number)
    {
        var (top, column) = (leaf.Y, leaf.Left + ((leaf.Right - leaf.Left) * 0.5));
        leaf.Label(who, Typeface.Bold, 10.5, Ink.Text, leaf.Left, top + 16, column - leaf.Left - 8);
        leaf.Label(which, Typeface.Regular, 9, Ink.Soft, leaf.Left, top + 28, column - leaf.Left - 8);
        if (number.Length > 0)
        {
            leaf.Label(number, Typeface.Bold, 22, Ink.Text, column, top + 25, leaf.Right - column);
        }

        leaf.Y = top + (1.3 * Leaf.Ruling);
        leaf.Paper.Adornment(() => leaf.Paper.Stroke(Ink.Edge, 0.7, Shape.Between(leaf.Left, leaf.Y, leaf.Right, leaf.Y)));
    }

    /// <summary>Page 4: what was agreed, by whom, and the signatures.</summary>
    public static void Agreement(Leaf leaf, Passport passport, Texts texts)
    {
        var placement = passport.Placement;
        leaf.Title(texts["booklet-agreement"]);
        leaf.Text(placement.OfferTitle.ToString(), size: 12, bold: true);
        leaf.Text($"{passport.Host}, {passport.Abroad}");
        leaf.Text(Days.Between(placement.From, placement.To, texts));
        leaf.Subtitle(texts["booklet-goals"]);
        leaf.Rules(5);
        leaf.Y += 4;
        leaf.Subtitle(texts["booklet-tasks"]);
        leaf.Rules(4);
        leaf.Y += 4;
        leaf.Subtitle(texts["booklet-signatures"]);
        Sign(leaf, texts["booklet-learner"], passport.Holder, Given(placement, Role.Learner, texts), texts);
        Sign(leaf, texts["booklet-sending"], passport.Sending, Given(placement, Role.Sending, texts), texts);
        Sign(leaf, texts["booklet-host"], passport.Host, Given(placement, Role.Host, texts), texts);
    }

    private static string Given(Placement placement, Role party, Texts texts) =>
        placement.Agreements.Single(a => a.Party == party) is { Answer: Answer.Agreed, At: { } at }
            ? texts.Say("booklet-agreed-online", at)
            : "";

    private static void Sign(Leaf leaf, string role, string name, string given, Texts texts)
    {
        leaf.Rules(1);
        var (baseline, date) = (leaf.Y + 11, leaf.Right - 128);
        leaf.Label(name.Length > 0 ? $"{role}, {name}" : role, Typeface.Bold, 9, Ink.Text, leaf.Left, baseline, date - leaf.Left - 10);
        leaf.Label(given.Length > 0 ? given : texts["booklet-date"], Typeface.Regular, 9, Ink.Soft, date, baseline, 128);
        leaf.Y += 15;
    }

    /// <summary>Page 6: what happened, in as many parts as there is room for.</summary>
    public static void Log(Leaf leaf, Passport passport, Texts texts)
    {
        var (from, to) = (passport.Placement.From, passport.Placement.To);
        var weeks = ((to.DayNumber - from.DayNumber) / 7) + 1;
        var parts = Math.Min(weeks, 4);
        leaf.Title(texts["booklet-log"]);
        leaf.Hint(texts["booklet-log-hint"]);
        var room = (leaf.Bottom - leaf.Y) / parts;
        for (var part = 0; part < parts; part++)
        {
            var first = from.AddDays(7 * (part * weeks / parts));
            var last = part == parts - 1 ? to : from.AddDays((7 * ((part + 1) * weeks / parts)) - 1);
            var end = leaf.Y + room;
            leaf.Subtitle(Days.Between(first, last, texts));
            leaf.Rules(Math.Max(1, (int)((end - leaf.Y - 16) / Leaf.Ruling)));
            leaf.Label(texts["booklet-log-signed"], Typeface.Regular, 9, Ink.Soft, leaf.Left, leaf.Y + 12, leaf.Right - leaf.Left);
            leaf.Y = end;
        }
    }
}
