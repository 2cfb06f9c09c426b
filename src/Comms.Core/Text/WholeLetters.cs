using System.Globalization;

namespace Comms.Core.Text;

/// <summary>Where a line without spaces may be cut: never inside a character as readers see it.</summary>
internal static class WholeLetters
{
    /// <summary>How many UTF-16 units the whole letters take that fit, however many units each of them takes.</summary>
    /// <param name="line">The line.</param>
    /// <param name="most">The most units.</param>
    public static int Within(ReadOnlySpan<char> line, int most)
    {
        var at = 0;
        while (at < line.Length && StringInfo.GetNextTextElementLength(line[at..]) is var next && at + next <= most)
        {
            at += next;
        }

        return at;
    }
}
