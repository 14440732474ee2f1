using System.IO.Hashing;
using System.Text;

namespace LearningCities.Search;

/// <summary>
/// An index in a file: words by number, rows of words, columns and things; the rest is made of them again. The file ends with
/// its checksum and takes the old one's place only when all of it is on the disk: whatever kills the process, what is read
/// afterwards is whole, or is not read.
/// </summary>
internal static class Snapshot
{
    private const uint Kind = 0x3253434C; // "LCS2"
    private const int ChecksumLength = 8;

    public static void Write<T>(string file, Schema<T> schema, State<T> state, ValueSets[] lists, string note)
    {
        var unfinished = file + ".new";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            using (var summed = new Summed(stream))
            using (var writer = new BinaryWriter(summed, Encoding.UTF8, leaveOpen: true))
            {
                writer.Write(Kind);
                writer.Write(Shape(schema));
                writer.Write(note);
                WriteWords(writer, state.Lexicon);
                Array.ForEach(lists, list => WriteList(writer, list));
                writer.Write(state.Parts.Length);
                Array.ForEach(state.Parts, part => WritePart(writer, schema, part));
                writer.Flush();
                stream.Write(summed.Sum);
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Whether all of the file is as it was written, and of an index of this kind.</summary>
    public static bool IsWhole<T>(string file, Schema<T> schema)
    {
        using var stream = File.OpenRead(file);
        if (stream.Length < ChecksumLength + sizeof(uint))
        {
            return false;
        }

        var sum = new XxHash3();
        var buffer = new byte[1 << 16];
        for (var left = stream.Length - ChecksumLength; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            sum.Append(buffer.AsSpan(0, read));
            left -= read;
        }

        stream.ReadExactly(buffer, 0, ChecksumLength);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return buffer.AsSpan(0, ChecksumLength).SequenceEqual(sum.GetCurrentHash()) && reader.ReadUInt32() == Kind && reader.ReadString() == Shape(schema);
    }

    public static (string Note, List<Part<T>> Parts) Read<T>(string file, Schema<T> schema, Lexicon lexicon, ValueSets[] lists, Writing<T> writing)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(file), 1 << 16));
        reader.ReadUInt32();
        reader.ReadString();
        var note = reader.ReadString();
        for (var words = reader.ReadInt32(); words > 0; words--)
        {
            var language = reader.ReadByte();
            lexicon.Number(reader.ReadString(), language == 0 ? "" : Stem.Languages[language - 1]);
        }

        foreach (var list in lists)
        {
            list.Restore(
                [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())],
                [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => reader.Read7BitEncodedInt()).ToArray())]);
        }

        return (note, [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => ReadPart(reader, schema, lexicon, writing))]);
    }

    // Another schema, other stems or words: another index.
    private static string Shape<T>(Schema<T> schema) => string.Join(
        ' ', [typeof(T).Name, .. schema.Lists.Select(l => l.Name), "|", .. schema.Ranges.Select(r => r.Name), "|", .. schema.Points.Select(p => p.Name), "|", schema.Wordings]);

    private static void WriteWords(BinaryWriter writer, Lexicon lexicon)
    {
        var terms = lexicon.Terms.Now;
        writer.Write(terms.Length);
        foreach (var term in terms)
        {
            writer.Write(term.Language);
            writer.Write(term.Written);
        }
    }

    private static void WriteList(BinaryWriter writer, ValueSets list)
    {
        var sets = list.Count; // before the values: those of each set are there
        var values = list.Values.Now;
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }

        writer.Write(sets - 1);
        for (var set = 1; set < sets; set++)
        {
            writer.Write7BitEncodedInt(list[set].Length);
            foreach (var value in list[set])
            {
                writer.Write7BitEncodedInt(value);
            }
        }
    }

    private static void WritePart<T>(BinaryWriter writer, Schema<T> schema, Part<T> part)
    {
        var segment = part.Segment;
        writer.Write(part.Living);
        for (var document = 0; document < segment.Count; document++)
        {
            if (part.Deaths.Has(document))
            {
                continue;
            }

            writer.Write(segment.Ids[document].ToByteArray());
            writer.Write7BitEncodedInt(segment.WordsOf(document).Length);
            writer.Write(segment.WordsOf(document));
            for (var list = 0; list < schema.Lists.Count; list++)
            {
                writer.Write7BitEncodedInt(segment.SetOf(list, document));
            }

            for (var range = 0; range < schema.Ranges.Count; range++)
            {
                writer.Write(segment.From[range][document]);
                writer.Write(segment.To[range][document]);
            }

            for (var point = 0; point < schema.Points.Count; point++)
            {
                writer.Write(segment.Latitudes[point][document]);
                writer.Write(segment.Longitudes[point][document]);
            }

            schema.Keeping!.Value.Write(part.Items[document], writer);
        }
    }

    private static Part<T> ReadPart<T>(BinaryReader reader, Schema<T> schema, Lexicon lexicon, Writing<T> writing)
    {
        var (drafts, things) = (writing.NewDrafts(), new T[reader.ReadInt32()]);
        for (var document = 0; document < things.Length; document++)
        {
            var id = new Guid(reader.ReadBytes(16));
            var row = reader.ReadBytes(reader.Read7BitEncodedInt());
            lexicon.CountPlaces(row, 1);
            drafts.Append(row);
            Array.ForEach(drafts.Sets, list => list.Add(reader.Read7BitEncodedInt()));
            for (var range = 0; range < drafts.From.Length; range++)
            {
                drafts.From[range].Add(reader.ReadInt64());
                drafts.To[range].Add(reader.ReadInt64());
            }

            for (var point = 0; point < drafts.Latitudes.Length; point++)
            {
                drafts.Latitudes[point].Add(reader.ReadInt32());
                drafts.Longitudes[point].Add(reader.ReadInt32());
            }

            things[document] = schema.Keeping!.Value.Read(reader);
            drafts.End(id);
        }

        return writing.Of(drafts, things);
    }

    /// <summary>Adds up what is written through it.</summary>
    private sealed class Summed(Stream inner) : Stream
    {
        private readonly XxHash3 _sum = new();

        public byte[] Sum => _sum.GetCurrentHash();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _sum.Append(buffer);
            inner.Write(buffer);
        }
    }
}
