namespace LearningCities.Search;

/// <summary>A family that has what was asked for, and how much each of its forms counts.</summary>
/// <param name="Others">For forms that are not named.</param>
internal sealed record Pick(int Family, float Others, List<(byte Variant, float Share)> Named)
{
    private float[] _shares = [];
    private float _most;

    /// <summary>What each form counts, and the most that one does; the same for all segments of a search.</summary>
    public (float[] Shares, float Most) Shares(float times)
    {
        if (_shares.Length == 0)
        {
            _shares = new float[256];
            Array.Fill(_shares, Others * times);
            _most = Others * times;
            foreach (var (variant, share) in Named)
            {
                _shares[variant] = share * times;
                _most = Math.Max(_most, share * times);
            }
        }

        return (_shares, _most);
    }
}

/// <summary>What a word of a question was taken for.</summary>
internal sealed class Meaning(Asked.Word word)
{
    public Asked.Word Word { get; } = word;

    public List<Pick> Picks { get; } = [];

    /// <summary>What to show where it stands: any form of these families, or these forms alone.</summary>
    public HashSet<int> Families { get; } = [];

    public HashSet<int> Forms { get; } = [];

    /// <summary>The word it was meant for, where it is nowhere as typed.</summary>
    public string? Meant { get; set; }

    /// <summary>Something that can be found has it, and it is written so.</summary>
    public bool IsAsTyped { get; set; }

    /// <summary>How many have it at most, and what having it is worth.</summary>
    public int Things { get; private set; }

    public float Rarity { get; private set; }

    public bool IsFound => Picks.Count > 0;

    public void Weigh(int found, int living)
    {
        Things = Math.Min(found, living);
        Rarity = MathF.Log(1 + ((living - Things + 0.5f) / (Things + 0.5f)));
    }

    public bool Has(Lexicon lexicon, int form)
    {
        if (Forms.Contains(form))
        {
            return true;
        }

        foreach (var term in lexicon.TermsOf(form))
        {
            if (Families.Contains(lexicon.Terms[term].Family))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text with each word in place of which another was looked for.</summary>
    public static Correction? Correction(string text, IEnumerable<Meaning> meanings)
    {
        var (used, shift) = (text, 0);
        foreach (var meaning in meanings.Where(meaning => meaning.Meant is not null).OrderBy(meaning => meaning.Word.Start))
        {
            used = used.Remove(meaning.Word.Start + shift, meaning.Word.Length).Insert(meaning.Word.Start + shift, meaning.Meant!);
            shift += meaning.Meant!.Length - meaning.Word.Length;
        }

        return used == text ? null : new Correction(text, used);
    }
}
