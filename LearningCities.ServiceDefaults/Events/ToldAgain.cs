namespace LearningCities.ServiceDefaults.Events;

/// <summary>
/// What tells an event that is told again from news: the version of its id. So it is known wherever the id goes, through an
/// outbox, a broker or a parking, and no table or message needs a place for it.
/// </summary>
internal static class ToldAgain
{
    private const int Custom = 8; // RFC 9562, 5.8: for ids of one's own making

    /// <summary>Otherwise as one of version 7, and so in the order of time.</summary>
    public static Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)((Custom << 4) | (bytes[6] & 0x0F));
        return new Guid(bytes, bigEndian: true);
    }

    public static bool IsToldAgain(this EventMessage message) => message.Id.Version == Custom;
}
