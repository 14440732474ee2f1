namespace LearningCities.Search;

/// <summary>What has a word that was not wanted, in any form, is left out.</summary>
internal sealed class NotWanted(List<Pick> picks) : Test
{
    private readonly ulong[] _bits = new ulong[Segment.Most / 64];

    public override void Enter(Segment segment)
    {
        Array.Clear(_bits);
        foreach (var pick in picks)
        {
            foreach (var document in segment.Postings.Of(pick.Family).Documents)
            {
                _bits[document >> 6] |= 1UL << document;
            }
        }
    }

    public override bool Admits(int document) => (_bits[document >> 6] & (1UL << document)) == 0;
}

/// <summary>These words, whatever their accents, one after the other in one passage.</summary>
internal sealed class Together(string[] words, Lexicon lexicon) : Test
{
    private readonly int[] _forms = Array.ConvertAll(words, word => lexicon.Form(word) ?? -1);
    private Segment _segment = null!;
    private long _steps;

    public override void Enter(Segment segment) => _segment = segment;

    // How much of it stands just here, for each place where it may have begun: a bit each, since a phrase has few words.
    public override bool Admits(int document)
    {
        var row = _segment.WordsOf(document);
        _steps += row.Length;
        var terms = lexicon.Terms.Now;
        var begun = 0u;
        for (var at = 0; at < row.Length;)
        {
            var number = Drafts.Read(row, ref at);
            if (number == Drafts.NewPassage)
            {
                Drafts.Read(row, ref at);
                begun = 0;
                continue;
            }

            begun = ((begun << 1) | 1) & Fits(terms[number - 1].Form);
            if ((begun & (1u << (_forms.Length - 1))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public override long TakeSteps() => Interlocked.Exchange(ref _steps, 0);

    private uint Fits(int form)
    {
        var fits = 0u;
        for (var i = 0; i < _forms.Length; i++)
        {
            fits |= _forms[i] == form ? 1u << i : 0;
        }

        return fits;
    }
}
