using LearningCities.Mobility.Pdf;

namespace LearningCities.Mobility.Booklets;

/// <summary>
/// One A5 page that is written from the top down. What is read is tagged with its part in the text, what only adorns is
/// tagged as adornment: a screen reader reads the booklet aloud, too.
/// </summary>
internal sealed class Leaf(Canvas paper)
{
    public static readonly double Millimetre = 72 / 25.4;
    public static readonly double Margin = 11 * Millimetre;

    /// <summary>Between two lines for handwriting.</summary>
    public static readonly double Ruling = 8.5 * Millimetre;

    private const double Leading = 1.36;

    public Canvas Paper => paper;

    public double Left { get; } = Margin;

    public double Right => paper.Width - Margin;

    /// <summary>Where the next thing begins.</summary>
    public double Y { get; set; } = Margin;

    /// <summary>The lowest line before the foot.</summary>
    public double Bottom => paper.Height - Margin - 16;

    public void Title(string text, double size = 17, Colour? colour = null)
    {
        Say("H1", text, Typeface.Bold, size, colour ?? Ink.Text, Left, Right, size > 20 ? 1.04 : 1.15);
        Y += 5;
    }

    public void Subtitle(string text)
    {
        Y += 7;
        Say("H2", text, Typeface.Bold, 12, Ink.Text, Left, Right, 1.2);
        Y += 3;
    }

    public void Text(string text, double size = 10.5, bool bold = false, Colour? colour = null) =>
        Say("P", text, bold ? Typeface.Bold : Typeface.Regular, size, colour ?? Ink.Text, Left, Right, Leading);

    public void Hint(string text) => Text(text, size: 9, colour: Ink.Soft);

    /// <summary>Writes between two edges, in as many lines as it takes, and goes on below.</summary>
    public void Say(string tag, string text, Face face, double size, Colour colour, double from, double to, double leading) =>
        paper.Part(tag, () =>
        {
            foreach (var line in Lines(text, face, size, to - from))
            {
                paper.Write(line, face, size, colour, from, Y + (size * 0.97));
                Y += size * leading;
            }
        });

    /// <summary>One line at a given place, cut with dots where it would not fit.</summary>
    public void Label(string text, Face face, double size, Colour colour, double x, double baseline, double room)
    {
        var shown = text;
        while (shown.Length > 1 && face.Length(shown, size) > room)
        {
            shown = $"{shown.TrimEnd('…')[..^1].TrimEnd()}…";
        }

        if (shown.Length > 0)
        {
            paper.Part("P", () => paper.Write(shown, face, size, colour, x, baseline));
        }
    }

    /// <summary>Lines to write on.</summary>
    public void Rules(int count) => paper.Adornment(() =>
    {
        for (var i = 0; i < count; i++)
        {
            Y += Ruling;
            paper.Stroke(Ink.Edge, 0.7, Shape.Between(Left, Y, Right, Y));
        }
    });

    /// <summary>As many lines to write on as there is room for.</summary>
    public void RulesToTheFoot(double spare = 0) => Rules(Math.Max(0, (int)((Bottom - spare - Y) / Ruling)));

    public void Foot(string left, string right, Colour? colour = null)
    {
        const double size = 9;
        var (baseline, room) = (paper.Height - Margin, Typeface.Regular.Length(right, size));
        Label(left, Typeface.Regular, size, colour ?? Ink.Soft, Left, baseline, Right - Left - room - 12);
        Label(right, Typeface.Regular, size, colour ?? Ink.Soft, Right - room, baseline, room + 1);
    }

    private static IEnumerable<string> Lines(string text, Face face, double size, double room)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Broken(w, face, size, room)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && face.Length(longer, size) > room)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    /// <summary>A word that is longer than a line is broken where the line ends.</summary>
    private static IEnumerable<string> Broken(string word, Face face, double size, double room)
    {
        for (var rest = word; rest.Length > 0;)
        {
            var part = rest;
            while (part.Length > 1 && face.Length(part, size) > room)
            {
                part = part[..^1];
            }

            yield return part;
            rest = rest[part.Length..];
        }
    }
}
