namespace LearningCities.Mobility;

/// <summary>
/// A passport's name on paper, for instance <c>K7QM-42TX</c>: what can be read out on the telephone. It finds a placement
/// for those who may see it anyway and gives no right.
/// </summary>
internal static class PassportCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: nothing that looks like another

    /// <summary>Forty random bits of the id.</summary>
    public static string Of(Guid placement)
    {
        var bytes = placement.ToByteArray(bigEndian: true);
        var bits = bytes[^5..].Aggregate(0UL, (sum, next) => (sum << 8) | next);
        var code = string.Create(8, bits, (text, all) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Letters[(int)(all >> (5 * (text.Length - 1 - i))) & 31];
            }
        });
        return $"{code[..4]}-{code[4..]}";
    }
}
