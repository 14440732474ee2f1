using System.Globalization;
using System.Text;

namespace LearningCities.Mobility.Pdf;

/// <summary>One page to draw and write on, from the upper left corner, in points.</summary>
internal sealed class Canvas
{
    private readonly Document _document;
    private readonly StringBuilder _content = new();

    internal Canvas(Document document, double width, double height)
    {
        (_document, Width, Height) = (document, width, height);
        Add($"1 0 0 -1 0 {height:0.###} cm");
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>What is read on it, in reading order: its place in this list is its mark in the content.</summary>
    internal List<(string Tag, string? Instead)> Parts { get; } = [];

    internal byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    public void Fill(Colour colour, Shape shape) => Add($"{colour} rg\n{shape}f");

    /// <summary>With round ends and corners.</summary>
    public void Stroke(Colour colour, double width, Shape shape) =>
        Add($"{colour} RG {width:0.###} w 1 J 1 j\n{shape}S");

    public void Within(Shape shape, Action draw) => Apart($"{shape}W n", draw);

    /// <summary>Has the point be the corner that is counted from, and everything larger by the scale or turned.</summary>
    public void At(double x, double y, Action draw, double scale = 1, double degrees = 0)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        Apart(
            Said($"{scale * cos:0.####} {scale * sin:0.####} {-scale * sin:0.####} {scale * cos:0.####} {x:0.###} {y:0.###} cm"), draw);
    }

    public void Write(string text, Face face, double size, Colour colour, double x, double baseline)
    {
        var glyphs = string.Concat(text.EnumerateRunes().Select(letter => _document.Use(face, letter).ToString("X4", null)));
        Add($"BT {colour} rg /{_document.NameOf(face)} {size:0.##} Tf 1 0 0 -1 {x:0.###} {baseline:0.###} Tm <{glyphs}> Tj ET");
    }

    /// <summary>A part of the text: <c>H1</c>, <c>H2</c>, <c>P</c>, <c>Figure</c>. A screen reader reads them in this order.</summary>
    /// <param name="tag">What part.</param>
    /// <param name="draw">What is seen of it.</param>
    /// <param name="instead">What is read instead of what is seen, for a picture.</param>
    public void Part(string tag, Action draw, string? instead = null)
    {
        Add($"/{tag} <</MCID {Parts.Count}>> BDC");
        Parts.Add((tag, instead));
        draw();
        Add($"EMC");
    }

    /// <summary>What only adorns and is not read.</summary>
    public void Adornment(Action draw)
    {
        Add($"/Artifact BMC");
        draw();
        Add($"EMC");
    }

    private void Apart(string how, Action draw)
    {
        Add($"q {how}");
        draw();
        Add($"Q");
    }

    private void Add(FormattableString operators) => _content.Append(Said(operators)).Append('\n');

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
