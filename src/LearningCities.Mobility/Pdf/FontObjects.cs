using System.Globalization;
using System.Text;

namespace LearningCities.Mobility.Pdf;

/// <summary>A font as PDF wants it: by glyph number, with the widths of what is used and the way back to the letters.</summary>
internal static class FontObjects
{
    public static int Add(Document.Objects file, Face face, SortedDictionary<int, Rune> used)
    {
        var program = file.Stream($"/Length1 {face.File.Length}", face.File);
        var descriptor = file.Add(
            $"<</Type /FontDescriptor /FontName /{face.Name} /Flags 32 /FontBBox [{string.Join(' ', face.Box)}] /ItalicAngle 0 /Ascent {face.Ascent} /Descent {face.Descent} /CapHeight {face.CapitalHeight} /StemV 80 /FontFile2 {program} 0 R>>");
        var widths = string.Concat(used.Keys.Select(glyph => $"{glyph} [{face.Width(glyph)}] "));
        var glyphs = file.Add(
            $"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{face.Name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [{widths}]>>");
        var letters = file.Stream("", Encoding.ASCII.GetBytes(Letters(used)));
        return file.Add(
            $"<</Type /Font /Subtype /Type0 /BaseFont /{face.Name} /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] /ToUnicode {letters} 0 R>>");
    }

    /// <summary>Without it nobody could search or copy the text, nor hear it read.</summary>
    private static string Letters(SortedDictionary<int, Rune> used)
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange

            """);
        foreach (var some in used.Chunk(100)) // more in one piece are not allowed
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, letter) in some)
            {
                var code = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter.ToString()));
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{code}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}
