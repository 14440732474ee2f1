namespace LearningCities.Search;

/// <summary>Makes documents of things, and segments of documents.</summary>
internal sealed class Writing<T>(Schema<T> schema, Lexicon lexicon, ValueSets[] lists, Layouts layouts)
{
    private readonly Postings.Builder _builder = new();

    public Drafts NewDrafts() => new(schema.Lists.Count, schema.Ranges.Count, schema.Points.Count);

    /// <summary>Each thing must come only once.</summary>
    public Part<T> Of(ReadOnlySpan<T> things)
    {
        var drafts = NewDrafts();
        foreach (var thing in things)
        {
            AddWords(drafts, thing);
            AddColumns(drafts, thing);
            drafts.End(schema.Id(thing));
        }

        var (order, standings, all) = (new int[things.Length], new Standing[things.Length], things.ToArray());
        for (var document = 0; document < order.Length; document++)
        {
            (order[document], standings[document]) = (document, drafts.Standing(document, lexicon.Terms.Now));
        }

        Array.Sort(standings, order);
        return Of(drafts.InOrder(order), Array.ConvertAll(order, document => all[document]));
    }

    /// <summary>The documents must be in the order in which they stand.</summary>

    public Part<T> Of(Drafts drafts, T[] things) => new(Segment.Of(drafts, lexicon, _builder, layouts), things, Deaths.None);

    /// <summary>The living of several parts as one, without reading their texts again.</summary>
    public Part<T> Merge(IReadOnlyList<Part<T>> parts)
    {
        var places = parts.SelectMany(part => Enumerable.Range(0, part.Items.Length).Where(document => !part.Deaths.Has(document))
            .Select(document => (Part: part, Document: document))).ToArray();
        Array.Sort(Array.ConvertAll(places, place => place.Part.Segment.StandingOf(place.Document, lexicon)), places);
        var drafts = NewDrafts();
        foreach (var (part, document) in places)
        {
            drafts.Copy(part.Segment, document);
        }

        return Of(drafts, Array.ConvertAll(places, place => place.Part.Items[place.Document]));
    }

    private void AddWords(Drafts drafts, T thing)
    {
        Span<char> lower = stackalloc char[Words.Longest];
        foreach (var passage in schema.Passages(thing))
        {
            drafts.BeginPassage(passage.Weight);
            for (var at = 0; Words.Next(passage.Text, ref at, out var start);)
            {
                var length = Words.Lower(passage.Text.AsSpan(start, at - start), lower);
                var term = lexicon.Number(lower[..length], passage.Language);
                lexicon.Places[term]++;
                drafts.Add(term);
            }
        }
    }

    private void AddColumns(Drafts drafts, T thing)
    {
        for (var i = 0; i < schema.Lists.Count; i++)
        {
            drafts.Sets[i].Add(lists[i].Number(schema.Lists[i].Of(thing)));
        }

        for (var i = 0; i < schema.Ranges.Count; i++)
        {
            var (from, to) = schema.Ranges[i].Of(thing);
            drafts.From[i].Add(from);
            drafts.To[i].Add(to);
        }

        for (var i = 0; i < schema.Points.Count; i++)
        {
            var point = schema.Points[i].Of(thing);
            drafts.Latitudes[i].Add(point is { } there ? Area.Unit(there.Latitude) : Grid.Nowhere);
            drafts.Longitudes[i].Add(point is { } here ? Area.Unit(here.Longitude) : 0);
        }
    }
}
