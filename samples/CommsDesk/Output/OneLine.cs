namespace CommsDesk.Output;

/// <summary>Shows a label, which is whatever a file has in a cell: in one line, and cut when it is long.</summary>
internal static class OneLine
{
    private const int Longest = 60;

    public static string Of(string label)
    {
        var line = string.Concat(label.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length > Longest ? line[..(Longest - 1)] + "…" : line;
    }
}
