namespace Comms.Core.Insights;

/// <summary>
/// Finds hidden cells that the sums of rows and columns give away. Rows and columns are the nodes of a graph and hidden cells
/// its edges: sums determine a cell exactly when it is a bridge, on no cycle of others (D. Gusfield, A graph theoretic
/// approach to statistical data security, 1988). Time grows with the number of cells.
/// </summary>
internal sealed class GivenAway
{
    private readonly bool[][] _hidden;
    private readonly int[] _order;
    private readonly List<(int Row, int Column)> _bridges = [];
    private int _visited;

    private GivenAway(bool[][] hidden)
    {
        _hidden = hidden;
        _order = new int[hidden.Length + hidden[0].Length];
    }

    public static IReadOnlyList<(int Row, int Column)> Cells(bool[][] hidden)
    {
        var search = new GivenAway(hidden);
        for (var row = 0; row < hidden.Length; row++)
        {
            if (search._order[row] == 0)
            {
                search.Visit(row, from: -1);
            }
        }

        return search._bridges;
    }

    /// <summary>Visits what hangs on a node; gives the earliest node that it leads back to without the edge it came by.</summary>
    private int Visit(int node, int from)
    {
        var earliest = _order[node] = ++_visited;
        foreach (var next in Neighbours(node).Where(next => next != from))
        {
            if (_order[next] > 0)
            {
                earliest = Math.Min(earliest, _order[next]);
                continue;
            }

            var back = Visit(next, node);
            earliest = Math.Min(earliest, back);
            if (back > _order[node])
            {
                _bridges.Add((Math.Min(node, next), Math.Max(node, next) - _hidden.Length));
            }
        }

        return earliest;
    }

    private IEnumerable<int> Neighbours(int node) => node < _hidden.Length
        ? Enumerable.Range(0, _hidden[0].Length).Where(column => _hidden[node][column]).Select(column => column + _hidden.Length)
        : Enumerable.Range(0, _hidden.Length).Where(row => _hidden[row][node - _hidden.Length]);
}
