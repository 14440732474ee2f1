namespace LearningCities.Search.Tests;

public sealed class SnapshotTests : IDisposable
{
    private static readonly Schema<Book> Known = new Schema<Book>(
            book => book.Id, book => [new Passage(book.Title, book.Language, Weight: 4), new Passage(book.Text, book.Language)])
        .Values("language", book => [book.Language])
        .Number("pages", book => book.Pages)
        .Kept(Write, Read);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-");

    private string File => Path.Combine(_folder.FullName, "books.index");

    [Fact]
    public void What_was_saved_answers_as_before()
    {
        var shelf = Filled(300);
        shelf.Apply([], Enumerable.Range(0, 50).Select(n => Shelf.Number(n * 3)));
        shelf.Save(File, "up to 300");

        var (again, note) = SearchIndex.Load(Known, File)!.Value;

        Assert.Equal(("up to 300", shelf.Count), (note, again.Count));
        Assert.All(Enumerable.Range(0, 20), word => Assert.Equal(AnswerOf(shelf, $"szó{word}"), AnswerOf(again, $"szó{word}")));
        again.Apply([new Book(Shelf.Number(1), "Valami más")], []);
        Assert.Equal(shelf.Count, again.Count);
        Assert.Equal(["Valami más"], again.Find("valami"));
    }

    [Fact]
    public void A_file_that_ends_anywhere_is_not_read()
    {
        Filled(40).Save(File);
        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < whole.Length; length += 7)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Null(SearchIndex.Load(Known, File));
        }
    }

    [Fact]
    public void A_file_with_a_bit_turned_is_not_read()
    {
        Filled(40).Save(File);
        var whole = System.IO.File.ReadAllBytes(File);
        for (var at = 0; at < whole.Length; at += 13)
        {
            var hurt = (byte[])whole.Clone();
            hurt[at] ^= (byte)(1 << (at % 8));
            System.IO.File.WriteAllBytes(File, hurt);
            Assert.Null(SearchIndex.Load(Known, File));
        }
    }

    [Fact]
    public void Whoever_is_killed_while_saving_leaves_the_old_file()
    {
        Filled(40).Save(File, "old");
        System.IO.File.WriteAllBytes(File + ".new", [1, 2, 3]); // half of the next

        Assert.Equal("old", SearchIndex.Load(Known, File)!.Value.Note);
        Filled(41).Save(File, "new");
        Assert.Equal("new", SearchIndex.Load(Known, File)!.Value.Note);
    }

    [Fact]
    public void A_file_of_another_schema_is_not_read()
    {
        Filled(5).Save(File);
        var other = new Schema<Book>(book => book.Id, _ => []).Kept(Write, Read);

        Assert.Null(SearchIndex.Load(other, File));
        Assert.Null(SearchIndex.Load(Known, File + ".not-there"));
    }

    [Fact]
    public void A_file_with_other_wordings_is_not_read()
    {
        var shelf = new SearchIndex<Book>(Worded("kötet"));
        shelf.Apply([new Book(Shelf.Number(1), "Napló")], []);
        shelf.Save(File);

        Assert.NotNull(SearchIndex.Load(Worded("kötet"), File));
        Assert.Null(SearchIndex.Load(Worded("könyv"), File));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Schema<Book> Worded(string name) =>
        new Schema<Book>(book => book.Id, book => [new Passage(book.Title), new Passage(name)]).Kept(Write, Read, wordings: name);

    private static SearchIndex<Book> Filled(int books)
    {
        var shelf = new SearchIndex<Book>(Known);
        foreach (var some in Enumerable.Range(0, books).Chunk(30))
        {
            shelf.Apply(some.Select(n => new Book(Shelf.Number(n), $"szó{n % 20} szó{n % 7}", n % 3 == 0 ? "hu" : "en", $"szöveg szó{n % 11}", n)), []);
        }

        return shelf;
    }

    private static string AnswerOf(SearchIndex<Book> shelf, string text)
    {
        var answer = shelf.Search(new Query { Text = text, Facets = [new("language")], Limit = 100 });
        return $"{answer.Total}: {string.Join(' ', answer.Hits.Select(hit => hit.Item.Pages))} {string.Join(' ', answer.Facets["language"])}";
    }

    private static void Write(Book book, BinaryWriter writer)
    {
        writer.Write(book.Id.ToByteArray());
        writer.Write(book.Title);
        writer.Write(book.Language);
        writer.Write(book.Text);
        writer.Write(book.Pages);
    }

    private static Book Read(BinaryReader reader) =>
        new(new Guid(reader.ReadBytes(16)), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt32());
}
