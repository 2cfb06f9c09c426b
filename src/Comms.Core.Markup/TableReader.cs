using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comms.Core.Documents;

namespace Comms.Core.Markup;

/// <summary>Reads a table that has headings. One without lays out a page, and is read as the page it lays out.</summary>
internal static class TableReader
{
    /// <summary>A table is announced by its caption: one that has none is told as what it is.</summary>
    private const string Unnamed = "Table";

    /// <summary>What stands further right goes into the last of these: no one reads so wide a table, and a hostile one is bounded.</summary>
    private const int MostColumns = 64;

    /// <summary>A page repeats a column's name with each cell: what is longer than this names none.</summary>
    private const int LongestName = 200;

    /// <summary>How many times as many cells as there are a grid may have.</summary>
    private const int MostOfCells = 4;

    public static bool HasHeadings(IElement table) =>
        table is IHtmlTableElement { Rows: var rows } && rows.Any(row => row.Cells.Any(IsHeading));

    public static IEnumerable<Block> Read(IElement element, IElement? captioned, Func<INode, List<Block>> within)
    {
        var table = (IHtmlTableElement)element;
        var caption = (captioned ?? table.Caption) is { } told ? Saying.Of(within(told)) : Saying.Nothing;
        var beside = new List<Block>(caption.Beside);
        var rows = table.Rows.Select(row => Cells(row, within, beside)).Where(row => row.Length > 0).ToList();
        var width = Width(rows);
        var named = rows[0].Length <= width && rows[0].All(name => name.Length <= LongestName)
            && table.Rows.First(row => row.Cells.Length > 0).Cells.All(IsHeading);
        var names = named ? rows[0] : [];
        if (named)
        {
            rows.RemoveAt(0);
        }

        return
        [
            new Table(caption.Line.Length > 0 ? caption.Line : Unnamed, [.. Enumerable.Range(0, width).Select(at => new Column(at < names.Length ? names[at] : ""))], rows),
            .. beside,
        ];
    }

    /// <summary>As wide as the widest row, unless the grid would be empty nearly everywhere.</summary>
    private static int Width(List<string[]> rows) =>
        Math.Min(Math.Min(MostColumns, rows.Max(row => row.Length)), Math.Max(1, MostOfCells * rows.Sum(row => row.Length) / rows.Count));

    private static string[] Cells(IHtmlTableRowElement row, Func<INode, List<Block>> within, List<Block> beside)
    {
        var cells = new List<string>();
        foreach (var cell in row.Cells)
        {
            var said = Saying.Of(within(cell));
            cells.Add(said.Words);
            beside.AddRange(said.Beside);
        }

        return [.. cells];
    }

    private static bool IsHeading(IElement cell) => cell.LocalName == "th";
}
