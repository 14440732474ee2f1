namespace LearningCities.Search.Tests;

public sealed class ChangingTests
{
    [Fact]
    public void What_is_put_again_is_there_once_and_new()
    {
        var shelf = Shelf.Of("Robotika");

        shelf.Apply([new Book(Shelf.Number(0), "Fazekasság")], []);

        Assert.Equal((1, 1), (shelf.Count, shelf.Find("fazekasság").Count()));
        Assert.Empty(shelf.Find("robotika"));
    }

    [Fact]
    public void What_is_removed_is_found_no_more()
    {
        var shelf = Shelf.Of("Robotika", "Robotverseny");

        shelf.Apply([], [Shelf.Number(0), Shelf.Number(99)]);

        Assert.Equal(["Robotverseny"], shelf.Find("robot"));
    }

    [Fact]
    public void After_any_changes_it_answers_as_if_it_were_made_anew()
    {
        var (shelf, kept) = (Shelf.Empty(), new Dictionary<Guid, Book>());
        var random = new Random(4711);
        for (var change = 0; change < 500; change++)
        {
            var book = new Book(Shelf.Number(random.Next(60)), $"szó{random.Next(40)} szó{random.Next(40)}");
            if (random.Next(4) == 0)
            {
                shelf.Apply([], [book.Id]);
                kept.Remove(book.Id);
            }
            else
            {
                shelf.Apply([book], []);
                kept[book.Id] = book;
            }
        }

        var anew = Shelf.Empty();
        anew.Apply(kept.Values, []);
        Assert.Equal(kept.Count, shelf.Count);
        Assert.All(Enumerable.Range(0, 40), word => Assert.Equal(
            anew.Find($"szó{word}").Order(), shelf.Find($"szó{word}").Order()));
    }

    [Fact]
    public async Task A_reader_sees_all_of_a_change_or_nothing_of_it()
    {
        var shelf = Shelf.Empty();
        var done = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            var seen = new HashSet<int>();
            while (!done.IsCancellationRequested)
            {
                seen.Add(shelf.Search(new Query { Text = "kötet", Limit = 100 }).Hits.DistinctBy(hit => hit.Item.Pages).Count());
            }

            return seen;
        });

        for (var edition = 0; edition < 300; edition++)
        {
            shelf.Apply(Enumerable.Range(0, 10).Select(n => new Book(Shelf.Number(n), "Kötet", Pages: edition)), []);
        }

        await done.CancelAsync();
        Assert.Subset(new HashSet<int> { 0, 1 }, await reading); // ten books, always of one edition
    }

    /// <summary>Large segments are merged in the background, while things in them change.</summary>
    [Fact]
    public async Task What_changes_during_a_merge_is_not_lost()
    {
        var (shelf, random, edition) = (Shelf.Empty(), new Random(7), new int[30_000]);
        foreach (var some in Enumerable.Range(0, edition.Length).Chunk(2_500))
        {
            shelf.Apply(some.Select(n => new Book(Shelf.Number(n), $"szó{n % 50} kötet", Pages: 0)), []);
            for (var change = 0; change < 40; change++)
            {
                var number = random.Next(some[^1]);
                edition[number] = edition[number] < 0 || random.Next(3) > 0 ? Math.Abs(edition[number]) + 1 : -edition[number] - 1;
                var book = new Book(Shelf.Number(number), $"szó{number % 50} kötet", Pages: edition[number]);
                shelf.Apply(edition[number] < 0 ? [] : [book], edition[number] < 0 ? [book.Id] : []);
            }
        }

        await shelf.Settle();

        Assert.True(shelf.Figures is { Merges: > 0, Segments: < 12 }, $"{shelf.Figures}");
        Assert.Equal(edition.Count(pages => pages >= 0), shelf.Count);
        Assert.All(Enumerable.Range(0, 50), word =>
        {
            var expected = Enumerable.Range(0, edition.Length).Where(n => n % 50 == word && edition[n] >= 0).ToDictionary(Shelf.Number, n => edition[n]);
            var found = shelf.Search(new Query { Text = $"\"szó{word} kötet\"", Limit = 1000 });
            Assert.Equal(expected.Count, found.Total);
            Assert.All(found.Hits, hit => Assert.Equal(expected[hit.Item.Id], hit.Item.Pages));
        });
    }
}
