namespace LearningCities.Search;

/// <summary>The layout that new segments get. A merge in the background and a change may ask at the same time.</summary>
internal sealed class Layouts
{
    private readonly Lock _coding = new();
    private Layout? _current;

    /// <summary>The codes of some documents' lists, document by document.</summary>
    public (Layout Layout, ushort[] Codes) Codes(int[][] sets, int documents)
    {
        lock (_coding)
        {
            if (_current is null || _current.IsOutgrown(documents) || _current.Codes(sets, documents) is not { } codes)
            {
                _current = Layout.Of(sets);
                codes = _current.Codes(sets, documents)!; // its columns have room for all of these
            }

            return (_current, codes);
        }
    }
}
