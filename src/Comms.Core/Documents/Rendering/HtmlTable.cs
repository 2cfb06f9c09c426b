namespace Comms.Core.Documents.Rendering;

/// <summary>Writes a table that a narrow screen can scroll, with the keyboard too.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlWriter page, Table table)
    {
        page.Open("div", ("class", "scroll"), ("role", "region"), ("aria-label", DisplayText.Line(table.Caption)), ("tabindex", "0"))
            .Open("table").Element("caption", table.Caption).Line()
            .Open("thead").Open("tr");
        foreach (var column in table.Columns)
        {
            page.Element("th", column.Name, ("scope", "col"), ("class", Class(column)));
        }

        page.Close().Close().Line().Open("tbody").Line();
        foreach (var row in table.Grid())
        {
            Row(page, table.Columns, row);
        }

        page.Close().Close().Close();
    }

    private static void Row(HtmlWriter page, IReadOnlyList<Column> columns, string[] row)
    {
        page.Open("tr");
        for (var at = 0; at < row.Length; at++)
        {
            page = at == 0
                ? page.Element("th", row[at], ("scope", "row"), ("class", Class(columns[at])))
                : page.Element("td", row[at], ("class", Class(columns[at])));
        }

        page.Close().Line();
    }

    private static string Class(Column column) => column.Numeric ? "number" : "words";
}
