using LearningCities.Mobility.Pdf;

namespace LearningCities.Mobility.Booklets;

/// <summary>What makes the booklet look like a passport: fine rosettes, a crest, and the line with its stops.</summary>
internal static class Ornaments
{
    /// <summary>A cover in deep colour with its two rosettes.</summary>
    public static void Cover(Canvas paper) => paper.Adornment(() =>
    {
        paper.Fill(Ink.Deep, new Shape().Rectangle(0, 0, paper.Width, paper.Height));
        Rosette(paper, 390, 520, 150, 52, step: 10);
        Rosette(paper, 40, 60, 60, 22, step: 15);
    });

    private static void Rosette(Canvas paper, double x, double y, double radius, double narrow, int step)
    {
        for (var angle = 0; angle < 180; angle += step)
        {
            paper.At(x, y, () => paper.Stroke(Ink.DeepLine, 0.6, Shape.Ellipse(0, 0, radius, narrow)), degrees: angle);
        }
    }

    /// <summary>A sun over hills and a winding way, in a toothed ring.</summary>
    public static void Crest(Canvas paper, double x, double y, double size) => paper.Adornment(() => paper.At(
        x,
        y,
        () =>
        {
            paper.Fill(Ink.Umber, Teeth(57, 49));
            paper.Fill(Ink.Sky, Teeth(52.5, 45));
            paper.Fill(Ink.Bronze, Teeth(48, 41.4));
            paper.Fill(Ink.Umber, Shape.Circle(60, 57, 38));
            paper.Within(Shape.Circle(60, 57, 36), () =>
            {
                paper.Fill(Ink.Bronze, new Shape().Rectangle(20, 20, 80, 80));
                paper.Fill(Ink.Sky, Shape.Circle(80, 46, 13));
                paper.Fill(Ink.Amber, Shape.Polygon((0, 92), (34, 58), (56, 82), (74, 66), (120, 110), (0, 112)));
            });
            Way(paper, Ink.Umber, 11.5);
            Way(paper, Ink.Cream, 5);
            Ribbon(paper);
        },
        scale: size / 120));

    private static Shape Teeth(double outer, double inner) => Shape.Polygon(Enumerable.Range(0, 24).Select(i =>
    {
        var (radius, angle) = (i % 2 == 0 ? outer : inner, (i * Math.PI / 12) - (Math.PI / 2));
        return (60 + (radius * Math.Cos(angle)), 60 + (radius * Math.Sin(angle)));
    }));

    private static void Way(Canvas paper, Colour colour, double width)
    {
        paper.Stroke(colour, width, Shape.Circle(45.3, 72.7, 6.1));
        paper.Stroke(colour, width, Shape.Circle(74.8, 38.3, 6.1));
        paper.Stroke(colour, width, new Shape()
            .Move(51.4, 72.7).Line(67.4, 72.7).Curve(78.9, 72.7, 78.9, 55.5, 67.4, 55.5)
            .Line(52.6, 55.5).Curve(41.1, 55.5, 41.1, 38.3, 52.6, 38.3).Line(68.6, 38.3));
    }

    private static void Ribbon(Canvas paper)
    {
        paper.Fill(Ink.Umber, Shape.Rounded(28, 95, 64, 16, 8));
        paper.Stroke(Ink.Bronze, 3, Shape.Between(39, 103, 81, 103));
        for (var stop = 39; stop <= 81; stop += 14)
        {
            paper.Fill(Ink.Sky, Shape.Circle(stop, 103, 4.6));
        }
    }

    /// <summary>The mark of the suite, at the head of the covers.</summary>
    public static void Mark(Canvas paper, double x, double y, double size) => paper.Adornment(() => paper.At(
        x,
        y,
        () =>
        {
            paper.Fill(Ink.Brand, Shape.Rounded(0, 0, 48, 48, 13));
            paper.Stroke(Ink.Cream, 5, new Shape()
                .Move(13, 36).Line(27, 36).Curve(35, 36, 35, 24, 27, 24)
                .Line(21, 24).Curve(13, 24, 13, 12, 21, 12).Line(29, 12));
            paper.Fill(Ink.Cream, Shape.Circle(13, 36, 5.5));
            paper.Fill(Ink.Sun, Shape.Circle(34, 12, 7));
        },
        scale: size / 48));

    /// <summary>Before, during, after as three stops of one line; the present one is yellow.</summary>
    public static void Stops(Canvas paper, double left, double right, double y, IReadOnlyList<string> states) => paper.Adornment(() =>
    {
        var (first, between) = (left + 8, (right - left - 16) / (states.Count - 1));
        for (var i = 0; i < states.Count - 1; i++)
        {
            var colour = states[i] == "done" ? Ink.Brand : Ink.Edge;
            paper.Stroke(colour, 3.6, Shape.Between(first + (i * between), y, first + ((i + 1) * between), y));
        }

        foreach (var (i, state) in states.Index())
        {
            var (fill, edge, radius) = state switch
            {
                "done" => (Ink.Brand, Ink.Brand, 6),
                "now" => (Ink.Sun, Ink.Text, 8),
                _ => (Ink.White, Ink.Edge, 6),
            };
            paper.Fill(fill, Shape.Circle(first + (i * between), y, radius));
            paper.Stroke(edge, 2.6, Shape.Circle(first + (i * between), y, radius));
        }
    });

    /// <summary>A box to tick, or one that is ticked.</summary>
    public static void Box(Canvas paper, double x, double y, double side, bool done) => paper.Adornment(() =>
    {
        paper.Fill(done ? Ink.Brand : Ink.White, Shape.Rounded(x, y, side, side, 3));
        paper.Stroke(done ? Ink.Brand : Ink.Text, 1.2, Shape.Rounded(x, y, side, side, 3));
        if (done)
        {
            paper.Stroke(Ink.White, 1.8, new Shape()
                .Move(x + (side * 0.24), y + (side * 0.52))
                .Line(x + (side * 0.43), y + (side * 0.72))
                .Line(x + (side * 0.78), y + (side * 0.3)));
        }
    });
}
