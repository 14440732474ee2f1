namespace LearningCities.Catalogue.Searching;

/// <summary>An activity in a snapshot of the index: field by field, so that a hundred thousand are read within a second.</summary>
internal static class KeptActivity
{
    public static void Write(IndexedActivity activity, BinaryWriter writer)
    {
        writer.Write(activity.Id.ToByteArray());
        Write(writer, activity.Title);
        Write(writer, activity.Summary);
        Write(writer, activity.Description);
        writer.Write(activity.Kind);
        writer.Write(activity.Mode);
        Write(writer, activity.StartsAt);
        Write(writer, activity.EndsAt);
        writer.Write(activity.Price.Amount);
        writer.Write(activity.Price.Currency);
        writer.Write(activity.Venue is not null);
        if (activity.Venue is { } venue)
        {
            writer.Write(venue.Name);
            writer.Write(venue.Address);
            writer.Write(venue.District);
            writer.Write(venue.Latitude);
            writer.Write(venue.Longitude);
        }

        writer.Write(activity.OrganisationId.ToByteArray());
        Write(writer, activity.OrganisationName);
        Write(writer, activity.Skills);
        Write(writer, activity.Access);
        Write(writer, activity.Languages);
        writer.Write(activity.PlacesLeft ?? -1);
    }

    // The order is that of writing, and the arguments of a call are read from left to right.
    public static IndexedActivity Read(BinaryReader reader) => new(
        new Guid(reader.ReadBytes(16)),
        ReadText(reader),
        ReadText(reader),
        ReadText(reader),
        reader.ReadString(),
        reader.ReadString(),
        ReadInstant(reader),
        ReadInstant(reader),
        new Price(reader.ReadInt64(), reader.ReadString()),
        reader.ReadBoolean()
            ? new Venue(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadDouble(), reader.ReadDouble())
            : null,
        new Guid(reader.ReadBytes(16)),
        ReadText(reader),
        ReadWords(reader),
        ReadWords(reader),
        ReadWords(reader),
        reader.ReadInt32() is >= 0 and var left ? left : null,
        Cancelled: false); // others are not in an index

    private static void Write(BinaryWriter writer, LocalizedText text)
    {
        writer.Write7BitEncodedInt(text.Count);
        foreach (var (language, said) in text)
        {
            writer.Write(language);
            writer.Write(said);
        }
    }

    private static void Write(BinaryWriter writer, DateTimeOffset? instant) => writer.Write(instant?.UtcTicks ?? -1);

    private static void Write(BinaryWriter writer, IReadOnlyList<string> words)
    {
        writer.Write7BitEncodedInt(words.Count);
        foreach (var word in words)
        {
            writer.Write(word);
        }
    }

    private static LocalizedText ReadText(BinaryReader reader)
    {
        var texts = new KeyValuePair<string, string>[reader.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = new(reader.ReadString(), reader.ReadString());
        }

        return new LocalizedText(texts);
    }

    private static DateTimeOffset? ReadInstant(BinaryReader reader) =>
        reader.ReadInt64() is >= 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static string[] ReadWords(BinaryReader reader)
    {
        var words = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = reader.ReadString();
        }

        return words;
    }
}
