using System.Text;

namespace Comms.Core.ICalendar;

/// <summary>
/// Folds content lines as RFC 5545 §3.1 asks: at most 75 octets of UTF-8, and never within a character. Ical.Net counts
/// UTF-16 units and breaks emoji in two, which no encoding mends later.
/// </summary>
internal static class ContentLines
{
    private const int MostOctets = 75;

    public static string Fold(string calendar)
    {
        var folded = new StringBuilder(calendar.Length);
        var octets = 0;
        foreach (var rune in calendar.Replace("\r\n ", "", StringComparison.Ordinal).EnumerateRunes())
        {
            var ends = rune.Value is '\r' or '\n';
            if (!ends && octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets = ends ? 0 : octets + rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
