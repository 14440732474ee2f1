using System.Globalization;
using LearningCities.Mobility.Pdf;

namespace LearningCities.Mobility.Booklets;

/// <summary>The first and the last page.</summary>
internal static class Covers
{
    public static void Front(Leaf leaf, Passport passport, Texts texts)
    {
        Ornaments.Cover(leaf.Paper);
        Ornaments.Mark(leaf.Paper, leaf.Left, leaf.Y, 32);
        leaf.Label(passport.Home, Typeface.Bold, 12, Ink.White, leaf.Left + 42, leaf.Y + 20, leaf.Right - leaf.Left - 42);

        Ornaments.Crest(leaf.Paper, leaf.Left - 6, 92, 150);
        leaf.Y = 262;
        leaf.Title(texts["booklet-title"], size: 36, colour: Ink.White);
        leaf.Y += 2;
        leaf.Text(passport.Placement.OfferTitle.ToString(), size: 13, colour: Ink.White);

        leaf.Y = Math.Max(leaf.Y + 24, 408);
        var placement = passport.Placement;
        Fact(leaf, texts["booklet-name"], passport.Holder);
        Fact(leaf, texts["booklet-home"], passport.Home);
        Fact(leaf, texts["booklet-abroad"], passport.Abroad);
        Fact(leaf, texts["booklet-when"], Days.Between(placement.From, placement.To, texts));
        leaf.Foot(passport.Code, texts["booklet-keep"], Ink.White);
    }

    /// <summary>What is not known, or cannot be printed, is a line to write on.</summary>
    private static void Fact(Leaf leaf, string name, string value)
    {
        var indent = leaf.Left + 62;
        leaf.Label(name, Typeface.Regular, 10.5, Ink.White, leaf.Left, leaf.Y + 12, 58);
        if (value.Length > 0)
        {
            leaf.Label(value, Typeface.Bold, 12, Ink.White, indent, leaf.Y + 12, leaf.Right - indent);
        }
        else
        {
            leaf.Paper.Adornment(() => leaf.Paper.Stroke(
                Ink.White, 0.7, Shape.Between(indent, leaf.Y + 14, leaf.Right, leaf.Y + 14)));
        }

        leaf.Y += 21;
    }

    public static void Back(Leaf leaf, Passport passport, Texts texts)
    {
        Ornaments.Cover(leaf.Paper);
        leaf.Y += 4;
        leaf.Title(texts["booklet-found"], size: 24, colour: Ink.White);
        leaf.Text(texts["booklet-found-do"], size: 11.5, colour: Ink.White);

        var (top, side) = (196.0, 47 * Leaf.Millimetre);
        leaf.Paper.Part(
            "Figure",
            () => QrCode.Draw(leaf.Paper, passport.Address.ToString(), leaf.Left, top, side),
            instead: texts.Say("booklet-qr", passport.Address));

        leaf.Y = top + side + 20;
        leaf.Text(texts["booklet-scan"], size: 11.5, colour: Ink.White);
        leaf.Y += 12;
        leaf.Text(texts["booklet-number"], size: 10.5, colour: Ink.White);
        leaf.Label(passport.Code, Typeface.Bold, 27, Ink.White, leaf.Left, leaf.Y + 27, leaf.Right - leaf.Left);
        leaf.Y += 38;
        leaf.Text(passport.Address.GetLeftPart(UriPartial.Authority).Split("://")[^1], size: 10.5, bold: true, colour: Ink.White);
        leaf.Text(texts["booklet-private"], size: 10.5, colour: Ink.White);
        leaf.Foot(passport.Home, string.Create(CultureInfo.InvariantCulture, $"{passport.Placement.From.Year}"), Ink.White);
    }
}

/// <summary>Dates as people say them.</summary>
internal static class Days
{
    public static string Between(DateOnly from, DateOnly to, Texts texts) =>
        texts.Say(from.Year == to.Year ? "booklet-days" : "booklet-days-over-new-year", from, to);

    public static string Until(DateOnly day, Texts texts) => texts.Say("booklet-until", day);
}
