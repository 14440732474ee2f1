using System.Buffers.Binary;
using System.Collections.Frozen;

namespace LearningCities.Mobility.Pdf;

/// <summary>A TrueType font, as far as printing needs to read it: which glyph a letter has, and how wide it is.</summary>
internal sealed class Face
{
    private readonly byte[] _file;
    private readonly FrozenDictionary<string, int> _tables;
    private readonly FrozenDictionary<int, int> _glyphs;
    private readonly int _wide; // glyphs with a width of their own; those behind have the last one's

    public Face(string name, byte[] file)
    {
        (Name, _file) = (name, file);
        _tables = Enumerable.Range(0, U16(4)).Select(i => 12 + (16 * i)).ToFrozenDictionary(
            entry => System.Text.Encoding.ASCII.GetString(_file, entry, 4), entry => (int)U32(entry + 8));
        UnitsPerEm = U16(_tables["head"] + 18);
        _wide = U16(_tables["hhea"] + 34);
        _glyphs = Letters().ToFrozenDictionary(pair => pair.Letter, pair => pair.Glyph);
    }

    public string Name { get; }

    public ReadOnlySpan<byte> File => _file;

    /// <summary>Left, bottom, right and top of the largest letter, in thousandths of its size, as all measures here.</summary>
    public IEnumerable<int> Box => Enumerable.Range(0, 4).Select(i => Thousandths(S16(_tables["head"] + 36 + (2 * i))));

    public int Ascent => Thousandths(S16(_tables["hhea"] + 4));

    public int Descent => Thousandths(S16(_tables["hhea"] + 6));

    public int CapitalHeight => Thousandths(S16(_tables["OS/2"] + 88));

    private int UnitsPerEm { get; }

    /// <summary>Zero for a letter it does not have.</summary>
    public int Glyph(int letter) => _glyphs.GetValueOrDefault(letter);

    public bool CanWrite(string text) => text.EnumerateRunes().All(letter => Glyph(letter.Value) != 0);

    public int Width(int glyph) => Thousandths(U16(_tables["hmtx"] + (4 * Math.Min(glyph, _wide - 1))));

    /// <summary>How long a text is at a size, in points.</summary>
    public double Length(string text, double size) => text.EnumerateRunes().Sum(letter => Width(Glyph(letter.Value))) * size / 1000;

    private IEnumerable<(int Letter, int Glyph)> Letters()
    {
        var cmap = _tables["cmap"];
        var table = cmap + (int)Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + 4 + (8 * i))
            .Where(entry => (U16(entry), U16(entry + 2)) is (3, 1)) // Unicode, up to U+FFFF: format 4
            .Select(entry => U32(entry + 4)).First();
        var segments = U16(table + 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var end = table + 14 + (2 * i);
            var (start, delta, offset) = (end + 2 + (2 * segments), end + 2 + (4 * segments), end + 2 + (6 * segments));
            for (int letter = U16(start); letter <= U16(end) && letter < 0xFFFF; letter++)
            {
                var glyph = U16(offset) == 0 ? letter : U16(offset + U16(offset) + (2 * (letter - U16(start))));
                yield return (letter, glyph == 0 ? 0 : (glyph + U16(delta)) & 0xFFFF);
            }
        }
    }

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
}
