using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningCities.Web.Tests.Look;

/// <summary>What a scanner at the door reads from a QR code on a screen.</summary>
internal static partial class Scanned
{
    private const int Magnified = 8;

    public static async Task<string> From(string screen)
    {
        var (size, path) = Drawing().Match(screen) is { Success: true } drawing
            ? (int.Parse(drawing.Groups[1].Value, CultureInfo.InvariantCulture), drawing.Groups[2].Value)
            : throw new InvalidOperationException($"There is no QR code here: {screen}");
        var dark = new bool[size, size];
        foreach (Match run in Run().Matches(path))
        {
            var (x, y, wide) = (Number(run, 1), Number(run, 2), Number(run, 3));
            for (var i = x; i < x + wide; i++)
            {
                dark[y, i] = true;
            }
        }

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():n}.pgm");
        await File.WriteAllBytesAsync(file, Photograph(dark, size));
        try
        {
            return await Scan(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Photograph(bool[,] dark, int size)
    {
        var wide = size * Magnified;
        var pixels = new byte[wide * wide];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = dark[i / wide / Magnified, i % wide / Magnified] ? (byte)0 : (byte)255;
        }

        return [.. System.Text.Encoding.ASCII.GetBytes($"P5 {wide} {wide} 255\n"), .. pixels];
    }

    private static async Task<string> Scan(string file)
    {
        using var scanner = Process.Start(new ProcessStartInfo("zbarimg", ["-q", "--raw", file]) { RedirectStandardOutput = true })!;
        var read = await scanner.StandardOutput.ReadToEndAsync();
        await scanner.WaitForExitAsync();
        return read.Trim();
    }

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("viewBox=\"0 0 (\\d+) \\1\" shape-rendering=\"crispEdges\".*?<path d=\"([^\"]*)\" fill=\"#000\"", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1")]
    private static partial Regex Run();
}
