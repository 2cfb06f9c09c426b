using Comms.Core.Insights;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Insights;

public class SmallNumbersTests
{
    private const int Fewest = 5;

    private static readonly Gen<long[][]> Tables = Gen.Select(Gen.Int[1, 6], Gen.Int[1, 7]).SelectMany((rows, columns) =>
        Gen.Frequency((4, Gen.Long[0, 6]), (1, Gen.Long[0, 60])).Array[columns].Array[rows].Select(WithTotals));

    [Fact]
    public void Every_small_count_is_hidden() => Tables.Sample(table =>
    {
        var hidden = SmallNumbers.Hidden(table, Fewest);
        Assert.All(Cells(table), cell => Assert.True(hidden[cell.Row][cell.Column] || table[cell.Row][cell.Column] is 0 or >= Fewest));
    });

    /// <summary>
    /// Sums say of a hidden cell only what they say of every table that looks the same. A table in which it is one more, and
    /// the sums the same, proves that it is not given away: take it round a ring of hidden cells.
    /// </summary>
    [Fact]
    public void No_hidden_count_follows_from_what_is_shown() => Tables.Sample(table =>
    {
        var hidden = SmallNumbers.Hidden(table, Fewest);
        foreach (var (row, column) in Cells(table).Where(cell => hidden[cell.Row][cell.Column]))
        {
            Assert.True(IsOnARing(hidden, row, column), $"{row},{column} of {string.Join(" / ", table.Select(line => string.Join(' ', line)))}");
        }
    });

    [Fact]
    public void A_table_of_large_counts_and_noughts_is_shown_whole() =>
        Assert.DoesNotContain(true, SmallNumbers.Hidden(WithTotals([[5, 0, 9], [12, 7, 0]]), Fewest).SelectMany(row => row));

    [Fact]
    public void Who_may_see_all_is_shown_all() => Tables.Sample(table =>
        Assert.DoesNotContain(true, SmallNumbers.Hidden(table, fewest: 1).SelectMany(row => row)));

    [Fact]
    public void Totals_are_hidden_last()
    {
        var hidden = SmallNumbers.Hidden(WithTotals([[3, 20, 20], [20, 8, 20], [20, 20, 20]]), Fewest);
        Assert.Equal([true, false, false, false], hidden[0].Select((cell, at) => cell && at != 1 && at != 2));
        Assert.DoesNotContain(true, hidden[^1]);
        Assert.All(hidden, row => Assert.False(row[^1]));
        Assert.Equal(4, hidden.SelectMany(row => row).Count(cell => cell));
    }

    private static IEnumerable<(int Row, int Column)> Cells(long[][] table) =>
        table.SelectMany((line, row) => line.Select((_, column) => (row, column)));

    /// <summary>From the cell's row to its column over other hidden cells.</summary>
    private static bool IsOnARing(bool[][] hidden, int row, int column)
    {
        var (rows, columns) = (new HashSet<int> { row }, new HashSet<int>());
        for (var grown = true; grown;)
        {
            grown = false;
            for (var at = 0; at < hidden.Length; at++)
            {
                for (var other = 0; other < hidden[at].Length; other++)
                {
                    if (hidden[at][other] && (at, other) != (row, column) && (rows.Contains(at) || columns.Contains(other)))
                    {
                        grown |= rows.Add(at) | columns.Add(other);
                    }
                }
            }
        }

        return columns.Contains(column);
    }

    private static long[][] WithTotals(long[][] inner)
    {
        long[][] rows = [.. inner.Select(row => row.Append(row.Sum()).ToArray())];
        return [.. rows, [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Sum(row => row[column]))]];
    }
}
