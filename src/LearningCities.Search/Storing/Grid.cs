namespace LearningCities.Search;

/// <summary>
/// Where the documents of each square of a twentieth of a degree begin: a segment has them in the order of their squares, row by
/// row from the south, so what a box touches is a few rows of neighbours.
/// </summary>
internal sealed class Grid
{
    /// <summary>Nowhere: no latitude.</summary>
    public const int Nowhere = int.MaxValue;

    public const double Units = 1e7;
    private const int Square = 500_000;
    private const int Columns = 7201;

    private readonly int[] _squares;
    private readonly int[] _starts;

    private Grid(int[] squares, int[] starts) => (_squares, _starts) = (squares, starts);

    public long Bytes => 8L * _squares.Length;

    public static Grid Of(int[] latitudes, int[] longitudes)
    {
        var (squares, starts) = (new List<int>(), new List<int>());
        for (var document = 0; document < latitudes.Length; document++)
        {
            if (SquareOf(latitudes[document], longitudes[document]) is var square && (squares.Count == 0 || squares[^1] != square))
            {
                squares.Add(square);
                starts.Add(document);
            }
        }

        return new Grid([.. squares], [.. starts, latitudes.Length]);
    }

    public static int SquareOf(int latitude, int longitude) =>
        latitude == Nowhere ? Standing.NoSquare : (RowOf(latitude) * Columns) + ColumnOf(longitude);

    /// <summary>Adds the documents of the squares that a box touches, from one up to another, the rows from the south.</summary>
    public void Read(in Bounds box, List<(int From, int To)> rows)
    {
        for (var row = RowOf(box.South); row <= RowOf(box.North); row++)
        {
            var from = Place((row * Columns) + ColumnOf(box.West));
            if (from == _squares.Length)
            {
                return;
            }

            if (_squares[from] / Columns > row)
            {
                row = (_squares[from] / Columns) - 1; // nobody is in the rows between
                continue;
            }

            var to = Place((row * Columns) + ColumnOf(box.East) + 1);
            if (_starts[from] < _starts[to])
            {
                rows.Add((_starts[from], _starts[to]));
            }
        }
    }

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
