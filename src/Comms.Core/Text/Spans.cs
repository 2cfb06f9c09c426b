using System.Text;

namespace Comms.Core.Text;

/// <summary>Stretches of a text, and what stands in their place.</summary>
internal static class Spans
{
    /// <param name="text">Any text.</param>
    /// <param name="spans">In order of place, none overlapping, all within the text.</param>
    public static string Replace(string text, IEnumerable<(int Start, int Length, string? With)> spans)
    {
        var replaced = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, length, with) in spans)
        {
            replaced.Append(text, at, start - at).Append(with);
            at = start + length;
        }

        return replaced.Append(text, at, text.Length - at).ToString();
    }
}
