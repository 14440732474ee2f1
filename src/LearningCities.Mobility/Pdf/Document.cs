using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LearningCities.Mobility.Pdf;

/// <summary>
/// A PDF file (1.7) with its fonts in it, tagged for screen readers. It does what printed pages of text and drawings need and
/// no more. PDFsharp would do it, but its licence (AGPL, or paid) would become that of the whole suite; Skia cannot tag.
/// </summary>
internal sealed class Document(string title, string language)
{
    private readonly List<Canvas> _pages = [];
    private readonly List<Face> _faces = [];
    private readonly Dictionary<Face, SortedDictionary<int, Rune>> _used = [];

    public int Pages => _pages.Count;

    public Canvas Page(double width, double height)
    {
        var page = new Canvas(this, width, height);
        _pages.Add(page);
        return page;
    }

    internal string NameOf(Face face) => $"F{_faces.IndexOf(face)}";

    internal int Use(Face face, Rune letter)
    {
        if (!_used.TryGetValue(face, out var letters))
        {
            _used[face] = letters = [];
            _faces.Add(face);
        }

        var glyph = face.Glyph(letter.Value);
        letters[glyph] = letter;
        return glyph;
    }

    public byte[] ToArray()
    {
        var file = new Objects();
        var (catalog, pages, root, text) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var fonts = string.Concat(_faces.Select(face => $"/{NameOf(face)} {FontObjects.Add(file, face, _used[face])} 0 R "));

        var (kids, parts, parents) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var (index, page) in _pages.Index())
        {
            var content = file.Stream("", page.Content);
            var id = file.Add(Said(
                $"<</Type /Page /Parent {pages} 0 R /MediaBox [0 0 {page.Width:0.###} {page.Height:0.###}] /Contents {content} 0 R /StructParents {index} /Tabs /S /Resources <</Font <<{fonts}>>>>>>"));
            var elements = page.Parts.Select((part, mark) => file.Add(
                $"<</Type /StructElem /S /{part.Tag} /P {text} 0 R /Pg {id} 0 R /K {mark}{Instead(part.Instead)}>>"));
            var references = string.Concat(elements.Select(element => $"{element} 0 R ").ToList());
            kids.Append(CultureInfo.InvariantCulture, $"{id} 0 R ");
            parts.Append(references);
            parents.Append(CultureInfo.InvariantCulture, $"{index} [{references}] ");
        }

        file.Set(pages, $"<</Type /Pages /Count {_pages.Count} /Kids [{kids}]>>");
        file.Set(text, $"<</Type /StructElem /S /Document /P {root} 0 R /K [{parts}]>>");
        file.Set(root, $"<</Type /StructTreeRoot /K {text} 0 R /ParentTree <</Nums [{parents}]>> /ParentTreeNextKey {_pages.Count}>>");
        file.Set(
            catalog,
            $"<</Type /Catalog /Pages {pages} 0 R /Lang ({language}) /MarkInfo <</Marked true>> /StructTreeRoot {root} 0 R /ViewerPreferences <</DisplayDocTitle true>>>>");
        return file.ToArray(catalog, info: file.Add($"<</Title {Objects.Text(title)} /Producer (Learning Cities)>>"));
    }

    private static string Instead(string? text) => text is null ? "" : $" /Alt {Objects.Text(text)}";

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The numbered objects that a PDF file is made of.</summary>
    internal sealed class Objects
    {
        private readonly List<byte[]?> _objects = [];

        public int Reserve()
        {
            _objects.Add(null);
            return _objects.Count;
        }

        public void Set(int id, string value) => _objects[id - 1] = Encoding.ASCII.GetBytes(value);

        public int Add(string value)
        {
            var id = Reserve();
            Set(id, value);
            return id;
        }

        public int Stream(string entries, ReadOnlySpan<byte> content)
        {
            using var packed = new MemoryStream();
            using (var zip = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            {
                zip.Write(content);
            }

            _objects.Add(
            [
                .. Encoding.ASCII.GetBytes($"<<{entries} /Filter /FlateDecode /Length {packed.Length}>>\nstream\n"),
                .. packed.ToArray(),
                .. "\nendstream"u8,
            ]);
            return _objects.Count;
        }

        /// <summary>A text in any letters.</summary>
        public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

        public byte[] ToArray(int catalog, int info)
        {
            using var file = new MemoryStream();
            file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']); // bytes that say: this is no text
            var places = new StringBuilder("0000000000 65535 f \n");
            foreach (var (index, content) in _objects.Index())
            {
                places.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
                file.Write([.. Encoding.ASCII.GetBytes($"{index + 1} 0 obj\n"), .. content!, .. "\nendobj\n"u8]);
            }

            var id = Convert.ToHexString(SHA256.HashData(file.ToArray())[..16]);
            file.Write(Encoding.ASCII.GetBytes(
                $"xref\n0 {_objects.Count + 1}\n{places}trailer\n<</Size {_objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>]>>\nstartxref\n{file.Length}\n%%EOF\n"));
            return file.ToArray();
        }
    }
}
