namespace LearningCities.Search;

/// <summary>The documents of a segment that have a family of words, in order, and what each is worth.</summary>
internal readonly struct Posted(ushort[] rows, int start, int length)
{
    public int Length => length;

    public ReadOnlySpan<ushort> Documents => rows.AsSpan(start, length);

    /// <summary>Impacts in their upper bytes, and which of the family stands there in the lower ones.</summary>
    public ReadOnlySpan<ushort> Worths => rows.AsSpan(start + length, length);

    public static ushort Worth(byte impact, byte variant) => (ushort)((impact << 8) | variant);

    public static byte Impact(ushort worth) => (byte)(worth >> 8);

    public static byte Variant(ushort worth) => (byte)worth;

    /// <summary>One document's score, by what each of the family counts.</summary>
    public float Score(int at, float[] shares)
    {
        var worth = rows[start + length + at];
        return (worth >> 8) * shares[(byte)worth];
    }
}
