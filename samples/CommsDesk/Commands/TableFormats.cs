using System.CommandLine;

namespace CommsDesk.Commands;

/// <summary>The forms in which the desk writes a table.</summary>
internal static class TableFormats
{
    public static Option<string> Option()
    {
        var format = new Option<string>("--format") { Description = "csv or xlsx.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "xlsx");
        return format;
    }

    public static bool IsOne(string name) => name is "csv" or "xlsx";
}
