namespace LearningCities.Search;

/// <summary>Documents by where they are, in squares of a twentieth of a degree: who looks at a map reads only its squares.</summary>
internal sealed class Grid
{
    /// <summary>Nowhere: no latitude.</summary>
    public const int Nowhere = int.MaxValue;

    public const double Units = 1e7;
    private const int Square = 500_000;
    private const int Columns = 7201;

    private readonly int[] _squares;
    private readonly int[] _starts;
    private readonly ushort[] _documents;
    private readonly int[] _latitudes, _longitudes; // in the same order: who reads squares reads them one after the other

    private Grid(int[] squares, int[] starts, ushort[] documents, int[] latitudes, int[] longitudes) =>
        (_squares, _starts, _documents, _latitudes, _longitudes) = (squares, starts, documents, latitudes, longitudes);

    public static Grid Of(int[] latitudes, int[] longitudes)
    {
        var documents = Enumerable.Range(0, latitudes.Length).Where(d => latitudes[d] != Nowhere).Select(d => (ushort)d).ToArray();
        var keys = Array.ConvertAll(documents, d => SquareOf(latitudes[d], longitudes[d]));
        Array.Sort(keys, documents);
        var (squares, starts) = (new List<int>(), new List<int>());
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                squares.Add(keys[i]);
                starts.Add(i);
            }
        }

        return new Grid(
            [.. squares],
            [.. starts, keys.Length],
            documents,
            Array.ConvertAll(documents, document => latitudes[document]),
            Array.ConvertAll(documents, document => longitudes[document]));
    }

    /// <summary>Sets the bits of all that is in a box.</summary>
    public void Read(in Bounds box, Span<ulong> bits)
    {
        for (var row = RowOf(box.South); row <= RowOf(box.North); row++)
        {
            var (from, to) = (Place((row * Columns) + ColumnOf(box.West)), Place((row * Columns) + ColumnOf(box.East) + 1));
            for (var i = _starts[from]; i < _starts[to]; i++)
            {
                if (box.Has(_latitudes[i], _longitudes[i]))
                {
                    bits[_documents[i] >> 6] |= 1UL << _documents[i];
                }
            }
        }
    }

    private static int SquareOf(int latitude, int longitude) => (RowOf(latitude) * Columns) + ColumnOf(longitude);

    private static int RowOf(int latitude) => (latitude + 900_000_000) / Square;

    private static int ColumnOf(int longitude) => (int)((longitude + 1_800_000_000L) / Square);

    private int Place(int square) => Array.BinarySearch(_squares, square) is var at && at < 0 ? ~at : at;
}

/// <summary>A box in the units of the columns that does not cross the 180th meridian.</summary>
internal readonly record struct Bounds(int South, int West, int North, int East)
{
    public bool Has(int latitude, int longitude) =>
        latitude >= South && latitude <= North && longitude >= West && longitude <= East;
}
