using System.Buffers.Text;
using System.Text.Json;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching;

/// <summary>Where a page of a search ended, and in which order. To a client a word without meaning; read as hostile input.</summary>
/// <param name="ByTitle">It was given while the index was away. Its places are not the index's.</param>
internal sealed record SearchCursor(string Sort, double Key, Guid Id, bool ByTitle = false)
{
    private const int Longest = 300;

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    public Mark Mark => new(Key, Id);

    /// <summary>What a client has brought back, or null where it brought nothing.</summary>
    public static SearchCursor? Read(string? cursor, string sort)
    {
        if (cursor is null)
        {
            return null;
        }

        try
        {
            if (cursor.Length <= Longest
                && JsonSerializer.Deserialize<SearchCursor>(Base64Url.DecodeFromChars(cursor)) is { } read
                && read.Sort == sort)
            {
                return read;
            }
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            // Refused below, like one of another order.
        }

        throw new ProblemException(400, "cursor-unknown", "This cursor was not given with these results. Begin with the first page.");
    }
}
