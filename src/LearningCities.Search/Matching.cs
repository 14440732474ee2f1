namespace LearningCities.Search;

/// <summary>Finds what has the words of a question, and how well each thing answers it (BM25 over weighted words).</summary>
/// <param name="parts">The segments, as they were when the search began.</param>
/// <param name="scope">For each segment and document whether it can be found at all.</param>
internal sealed class Matching<T>(Part<T>[] parts, bool[][] scope, Func<T, IEnumerable<Passage>> passages)
{
    private const int MostWords = 16;
    private const int MostMeant = 8;
    private const float OfStem = 0.8f, OfBeginning = 0.6f, OfSlip = 0.4f;
    private const float Saturation = 1.2f, LengthMatters = 0.5f;

    private readonly int _documents = scope.Sum(part => part.Count(inScope => inScope));
    private readonly float _usualLength =
        parts.Sum(part => part.Segment.TotalLength) / Math.Max(1, parts.Sum(part => part.Segment.Items.Length));

    public Matches Find(string text)
    {
        var words = Asked(text);
        var matches = new Matches(Array.ConvertAll(parts, part => part.Dead.Length), words.Count);
        var (used, shift) = (text, 0);
        foreach (var word in words)
        {
            var weights = Weigh(word.Term, matches.Asked, isLast: word == words[^1]);
            if (weights is null && Mean(word.Term, matches.Asked) is var (meant, slip))
            {
                weights = meant;
                used = used.Remove(word.Start + shift, word.Length).Insert(word.Start + shift, slip);
                shift += slip.Length - word.Length;
            }

            if (weights is not null)
            {
                Score(matches, weights);
            }
        }

        matches.Settle(scope);
        matches.Correction = used == text ? null : new Correction(text, used);
        return matches;
    }

    private static List<Word> Asked(string text)
    {
        var all = Words.Of(text).DistinctBy(word => word.Term).Take(MostWords).ToList();
        var telling = all.Where(word => !Words.IsSmall(word.Term)).ToList();
        return telling.Count > 0 ? telling : all;
    }

    /// <summary>How heavily each document has the word, its stem or its beginning; null where none in scope has any.</summary>
    private float[][]? Weigh(string term, Asked asked, bool isLast)
    {
        var weights = Empty();
        var beginning = term.Length >= (isLast ? 2 : 3);
        asked.Add(term, beginning);
        for (var p = 0; p < parts.Length; p++)
        {
            var segment = parts[p].Segment;
            Put(weights[p], segment.Words[term], 1);
            foreach (var stem in Stem.OfAny(term))
            {
                Put(weights[p], segment.Stems[stem], OfStem);
            }

            var (from, count) = (beginning ? segment.Words.StartingWith(term) : 0..0).GetOffsetAndLength(segment.Words.Count);
            for (var i = from; i < from + count; i++)
            {
                Put(weights[p], segment.Words.At(i).Postings, OfBeginning);
            }
        }

        return AnyInScope(weights) ? weights : null;
    }

    /// <summary>What was meant by a word that is nowhere: the nearest words that lead to something in scope.</summary>
    private (float[][] Weights, string Word)? Mean(string term, Asked asked)
    {
        var allowed = Slips.Allowed(term);
        if (allowed == 0)
        {
            return null;
        }

        var near = parts.SelectMany(part => part.Segment.Words.Near(term, allowed)).Distinct()
            .Select(meant => (Meant: meant, Found: InScopeWith(meant.Term)))
            .Where(candidate => candidate.Found > 0)
            .OrderBy(candidate => candidate.Meant.Edits)
            .ThenBy(candidate => candidate.Meant.Term[0] == term[0] ? 0 : 1) // the first letter is seldom the slip
            .ThenBy(candidate => Math.Abs(candidate.Meant.Term.Length - term.Length))
            .ThenByDescending(candidate => candidate.Found)
            .ThenBy(candidate => candidate.Meant.Term, StringComparer.Ordinal)
            .ToList();
        if (near.Count == 0)
        {
            return null;
        }

        var weights = Empty();
        foreach (var (meant, _) in near.TakeWhile(candidate => candidate.Meant.Edits == near[0].Meant.Edits).Take(MostMeant))
        {
            asked.Add(meant.Term, asBeginning: false);
            for (var p = 0; p < parts.Length; p++)
            {
                Put(weights[p], parts[p].Segment.Words[meant.Term], meant == near[0].Meant ? 1 : OfSlip);
            }
        }

        return (weights, AsWritten(near[0].Meant.Term));
    }

    private void Score(Matches matches, float[][] weights)
    {
        var found = 0;
        for (var p = 0; p < parts.Length; p++)
        {
            for (var document = 0; document < weights[p].Length; document++)
            {
                found += weights[p][document] > 0 && scope[p][document] ? 1 : 0;
            }
        }

        var rarity = Math.Log(1 + ((_documents - found + 0.5) / (found + 0.5)));
        for (var p = 0; p < parts.Length; p++)
        {
            for (var document = 0; document < weights[p].Length; document++)
            {
                if (weights[p][document] is > 0 and var weight)
                {
                    var length = 1 - LengthMatters + (LengthMatters * parts[p].Segment.Lengths[document] / _usualLength);
                    matches.Add(p, document, rarity * weight * (Saturation + 1) / (weight + (Saturation * length)));
                }
            }
        }
    }

    private float[][] Empty() => Array.ConvertAll(parts, part => new float[part.Dead.Length]);

    private static void Put(float[] weights, ReadOnlySpan<Posting> postings, float share)
    {
        foreach (var (document, weight) in postings)
        {
            weights[document] = Math.Max(weights[document], weight * share);
        }
    }

    private bool AnyInScope(float[][] weights)
    {
        for (var p = 0; p < parts.Length; p++)
        {
            for (var document = 0; document < weights[p].Length; document++)
            {
                if (weights[p][document] > 0 && scope[p][document])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int InScopeWith(string term)
    {
        var found = 0;
        for (var p = 0; p < parts.Length; p++)
        {
            foreach (var posting in parts[p].Segment.Words[term])
            {
                found += scope[p][posting.Document] ? 1 : 0;
            }
        }

        return found;
    }

    /// <summary>A folded word with its accents, as the first text that can be found writes it.</summary>
    private string AsWritten(string term)
    {
        for (var p = 0; p < parts.Length; p++)
        {
            foreach (var posting in parts[p].Segment.Words[term])
            {
                if (scope[p][posting.Document])
                {
                    return passages(parts[p].Segment.Items[posting.Document])
                        .SelectMany(passage => Words.Of(passage.Text)
                            .Where(word => word.Term == term)
                            .Select(word => passage.Text.Substring(word.Start, word.Length)))
                        .FirstOrDefault(term)
                        .ToLowerInvariant();
                }
            }
        }

        return term;
    }
}
