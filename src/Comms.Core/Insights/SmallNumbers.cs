namespace Comms.Core.Insights;

/// <summary>
/// Which counts of a table are not shown: those from 1 to below the fewest, and besides as many others as it takes that no
/// sum gives one away. The table holds its own totals, in the last row and the last column. Pure.
/// </summary>
internal static class SmallNumbers
{
    /// <param name="counts">Two rows or more, of equal length, of two cells or more.</param>
    /// <param name="fewest">Below this a count is hidden; 1 hides nothing.</param>
    public static bool[][] Hidden(long[][] counts, int fewest)
    {
        bool[][] hidden = [.. counts.Select(row => row.Select(count => count > 0 && count < fewest).ToArray())];
        while (GivenAway.Cells(hidden) is { Count: > 0 } cells)
        {
            foreach (var (row, column) in cells)
            {
                Cover(counts, hidden, row, column);
            }
        }

        return hidden;
    }

    /// <summary>Hides the other three corners of a rectangle, the cheapest in line: then no row and no column tells its corners apart.</summary>
    private static void Cover(long[][] counts, bool[][] hidden, int row, int column)
    {
        var otherColumn = Enumerable.Range(0, counts[row].Length).Where(at => at != column).MinBy(at => Cost(counts, hidden, row, at));
        var otherRow = Enumerable.Range(0, counts.Length).Where(at => at != row).MinBy(at => Cost(counts, hidden, at, column));
        hidden[row][otherColumn] = hidden[otherRow][column] = hidden[otherRow][otherColumn] = true;
    }

    /// <summary>What hiding it takes from the reader: a nought hides less well than a count, and a total is missed most.</summary>
    private static (int Rank, long Count) Cost(long[][] counts, bool[][] hidden, int row, int column)
    {
        var isTotal = row == counts.Length - 1 || column == counts[row].Length - 1;
        return (hidden[row][column] ? 0 : isTotal ? 3 : counts[row][column] == 0 ? 2 : 1, counts[row][column]);
    }
}
