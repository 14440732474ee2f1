namespace LearningCities.Search;

/// <summary>Which letters lie side by side on the keyboards of Europe: QWERTY, QWERTZ and AZERTY.</summary>
internal static class Keys
{
    private static readonly string[][] Keyboards =
    [
        ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
        ["qwertzuiop", "asdfghjkl", "yxcvbnm"],
        ["azertyuiop", "qsdfghjklm", "wxcvbn"],
    ];

    private static readonly uint[] Neighbours = Find();

    public static bool AreBeside(char one, char other) =>
        one is >= 'a' and <= 'z' && other is >= 'a' and <= 'z' && (Neighbours[one - 'a'] & (1u << (other - 'a'))) != 0;

    // A row lies half a key to the right of the one above it.
    private static uint[] Find()
    {
        var neighbours = new uint[26];
        foreach (var rows in Keyboards)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                for (var key = 0; key < rows[row].Length; key++)
                {
                    Add(neighbours, rows[row], key, key + 1);
                    if (row > 0)
                    {
                        Add(neighbours, rows[row], key, rows[row - 1], key);
                        Add(neighbours, rows[row], key, rows[row - 1], key + 1);
                    }
                }
            }
        }

        return neighbours;
    }

    private static void Add(uint[] neighbours, string row, int key, int other) => Add(neighbours, row, key, row, other);

    private static void Add(uint[] neighbours, string row, int key, string otherRow, int other)
    {
        if (other < otherRow.Length)
        {
            neighbours[row[key] - 'a'] |= 1u << (otherRow[other] - 'a');
            neighbours[otherRow[other] - 'a'] |= 1u << (row[key] - 'a');
        }
    }
}
