using LearningCities.Mobility.Pdf;

namespace LearningCities.Mobility.Booklets;

/// <summary>One phase: the line with its stops, whose turn it is, and what each party does, with boxes to tick.</summary>
internal static class PhaseLeaf
{
    public static void Write(Leaf leaf, Passport passport, Phase phase, Texts texts)
    {
        var placement = passport.Placement;
        leaf.Title($"{(int)phase + 1} · {texts[$"booklet-{phase.Word()}"]}");
        Ornaments.Stops(leaf.Paper, leaf.Left, leaf.Right, leaf.Y + 9, StopsAt(phase));
        leaf.Y += 24;
        if (placement.StateOf(phase) == "now" && placement.Next() is { } next)
        {
            Turn(leaf, next, passport, texts);
        }

        foreach (var party in Enum.GetValues<Role>())
        {
            leaf.Subtitle(NameOf(party, passport, texts));
            foreach (var item in placement.Items.Where(item => item.Phase == phase && item.Party == party))
            {
                Box(leaf, item, texts);
            }
        }
    }

    /// <summary>By the page, not by the day: paper stays as it was printed, and is written on when its phase has come.</summary>
    private static IReadOnlyList<string> StopsAt(Phase here) =>
        [.. Enum.GetValues<Phase>().Select(phase => phase < here ? "done" : phase == here ? "now" : "next")];

    private static string NameOf(Role party, Passport passport, Texts texts) => party switch
    {
        Role.Learner => texts["booklet-i-do"],
        Role.Sending => texts.Say("booklet-sending-does", passport.Sending),
        _ => texts.Say("booklet-host-does", passport.Host),
    };

    private static void Box(Leaf leaf, SupportItem item, Texts texts)
    {
        var side = 4.4 * Leaf.Millimetre;
        leaf.Y += 3;
        Ornaments.Box(leaf.Paper, leaf.Left + 0.7, leaf.Y, side, item.Done);
        var (indent, below) = (leaf.Left + side + 8, leaf.Y);
        leaf.Say("P", texts[$"support-{item.Kind}"], Typeface.Regular, 10.5, Ink.Text, indent, leaf.Right, 1.3);
        var when = item.DoneAt is { } done ? texts.Say("booklet-done", done) : Days.Until(item.Due, texts);
        leaf.Say("P", when, Typeface.Regular, 9, Ink.Soft, indent, leaf.Right, 1.3);
        leaf.Y = Math.Max(leaf.Y, below + side) + 2;
    }

    /// <summary>The yellow panel: one thing, who, until when.</summary>
    private static void Turn(Leaf leaf, Placement.Step next, Passport passport, Texts texts)
    {
        var who = next.Party switch
        {
            Role.Learner => texts["booklet-your-turn"],
            Role.Sending => texts.Say("booklet-their-turn", passport.Sending),
            _ => texts.Say("booklet-their-turn", passport.Host),
        };
        var (paper, top, height, room) = (leaf.Paper, leaf.Y + 2, 50.0, leaf.Right - leaf.Left - 36);
        paper.Adornment(() =>
        {
            var panel = Shape.Rounded(leaf.Left, top, leaf.Right - leaf.Left, height, 8);
            paper.Fill(Ink.SunSoft, panel);
            paper.Stroke(Ink.Sun, 1, panel);
            var pill = Math.Min(Typeface.Bold.Length(who, 9), room) + 16;
            paper.Fill(Ink.Sun, Shape.Rounded(leaf.Left + 10, top + 8, pill, 15, 7.5));
        });
        leaf.Label(who, Typeface.Bold, 9, Ink.OnSun, leaf.Left + 18, top + 18.6, room);
        var what = $"{texts[$"support-{next.Kind}"]}, {Days.Until(next.Until, texts)}";
        leaf.Label(what, Typeface.Bold, 10.5, Ink.Text, leaf.Left + 12, top + 39, room + 12);
        leaf.Y = top + height + 4;
    }
}
