namespace Comms.Core.Documents;

/// <summary>A table with a heading for each column; the first cell of each row names the row.</summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">Rows of cells; a missing cell is empty, and cells beyond the columns are shown in the last one.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    internal override void ShowOn(IBlockWriter page) => page.Show(this);

    /// <summary>Exactly one cell for each column; no cell is lost.</summary>
    internal IEnumerable<string[]> Grid()
    {
        foreach (var row in Rows)
        {
            var cells = new string[Columns.Count];
            for (var at = 0; at < cells.Length; at++)
            {
                var last = at == cells.Length - 1;
                cells[at] = at >= row.Count ? "" : last ? string.Join(" ", row.Skip(at)) : row[at];
            }

            yield return cells;
        }
    }
}
