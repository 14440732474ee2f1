using System.Buffers.Text;
using System.IO.Compression;

namespace LearningCities.Badges.Issuing;

/// <summary>Bits as a Bitstring Status List carries them: GZIP, then base64url with the multibase letter <c>u</c>.</summary>
internal static class Bitstring
{
    /// <summary>The smallest list that the standard allows: in a shorter one an award could be told from the others.</summary>
    public const int Length = 131_072;

    public static string Encode(IEnumerable<int> set)
    {
        var bits = new byte[Length / 8];
        foreach (var index in set)
        {
            bits[index / 8] |= (byte)(0b1000_0000 >> (index % 8)); // index 0 is the leftmost bit of the first byte
        }

        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bits);
        }

        return "u" + Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }
}
