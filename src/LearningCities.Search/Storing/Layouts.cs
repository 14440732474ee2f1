namespace LearningCities.Search;

/// <summary>The layout that new segments get. A merge in the background and a change may ask at the same time.</summary>
internal sealed class Layouts
{
    private readonly Lock _coding = new();
    private Layout? _current;

    /// <summary>The columns of some documents' lists.</summary>
    public (Layout Layout, ushort[][] Codes) Codes(int[][] sets, int documents)
    {
        lock (_coding)
        {
            if (_current is null || _current.IsOutgrown(documents) || _current.IsFull(documents))
            {
                _current = Layout.Of(sets);
            }

            return (_current, Array.ConvertAll(_current.Groups, group => CodesOf(group, sets, documents)));
        }
    }

    private static ushort[] CodesOf(Layout.Group group, int[][] sets, int documents)
    {
        var codes = new ushort[documents];
        for (var document = 0; document < documents; document++)
        {
            codes[document] = group.Code(sets, document);
        }

        return codes;
    }
}
