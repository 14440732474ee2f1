using LearningCities.Mobility.Pdf;
using QRCoder;

namespace LearningCities.Mobility.Booklets;

/// <summary>A QR code as rectangles, sharp in any size, on white with the quiet margin that readers need.</summary>
internal static class QrCode
{
    public static void Draw(Canvas paper, string text, double left, double top, double size)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var rows = code.ModuleMatrix; // it brings its quiet margin along
        var side = size / rows.Count;

        var dark = new Shape();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var first = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > first)
                {
                    dark.Rectangle(left + (first * side), top + (y * side), (x - first) * side, side);
                }
            }
        }

        paper.Fill(Ink.White, Shape.Rounded(left, top, size, size, 2 * side));
        paper.Fill(Ink.Black, dark);
    }
}
