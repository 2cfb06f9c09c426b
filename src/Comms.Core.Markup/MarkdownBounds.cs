namespace Comms.Core.Markup;

/// <summary>
/// Bounds what the parser of Markdown is given, where its time or memory grows with the square of the source. Each bound is
/// far above what anyone writes. Linear in the length.
/// </summary>
internal static class MarkdownBounds
{
    /// <summary>Links that never close are looked for from each bracket.</summary>
    private const int MostBrackets = 10_000;

    /// <summary>Each address becomes a link in a line that is read again from there.</summary>
    private const int MostAddresses = 10_000;

    /// <summary>Each row of a table is filled up to the width of its widest.</summary>
    private const long MostCells = 1_000_000;

    /// <summary>Why a source is not parsed; null when it may be.</summary>
    public static string? Broken(string source) =>
        source.AsSpan().Count('[') > MostBrackets ? "has more brackets than anyone writes"
        : source.AsSpan().Count("://") + source.AsSpan().Count("www.") + source.AsSpan().Count("mailto:") > MostAddresses ? "has more addresses than anyone writes"
        : Cells(source) > MostCells ? "has a larger table than anyone writes"
        : null;

    private static long Cells(string source)
    {
        var rows = 0L;
        var widest = 0L;
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            var bars = line.Count('|');
            rows += bars > 0 ? 1 : 0;
            widest = Math.Max(widest, bars);
        }

        return rows * widest;
    }
}
