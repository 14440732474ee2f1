namespace LearningCities.Search.Tests;

/// <summary>A thing with little but words.</summary>
internal sealed record Book(Guid Id, string Title, string Language = "hu", string Text = "", int Pages = 100);

/// <summary>An index of a test's own.</summary>
internal static class Shelf
{
    public static SearchIndex<Book> Of(params string[] titles)
    {
        var shelf = Empty();
        shelf.Apply(titles.Select((title, number) => new Book(Number(number), title)), []);
        return shelf;
    }

    public static SearchIndex<Book> Empty() => new(new Schema<Book>(
        book => book.Id,
        book => [new Passage(book.Title, book.Language, Weight: 4), new Passage(book.Text, book.Language)])
        .Values("title", book => [book.Title])
        .Number("pages", book => book.Pages));

    public static Guid Number(int number) => new(number, 0, 0, new byte[8]);

    public static IEnumerable<string> Find(this SearchIndex<Book> shelf, string text) =>
        shelf.Search(new Query { Text = text }).Hits.Select(hit => hit.Item.Title);
}
