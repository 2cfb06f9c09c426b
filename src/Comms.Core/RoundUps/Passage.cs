using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>An exact part of a message's text.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
internal readonly record struct Passage(int Start, int Length)
{
    private int End => Start + Length;

    /// <summary>
    /// The whole text when it is short enough; else the sentences around the evidence for a label, or the words when a
    /// sentence is longer still.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="longest">In UTF-16 units.</param>
    /// <param name="label">The label that the passage should speak for, as <c>theme:Parking</c>; null for the beginning.</param>
    public static Passage Of(TriagedMessage message, int longest, string? label = null)
    {
        var text = message.Text;
        var whole = Trimmed(text, 0, text.Length);
        if (whole.Length <= longest)
        {
            return whole;
        }

        var evidence = message.Findings.Evidence.FirstOrDefault(found => found.For == label);
        var start = evidence is null || evidence.Start >= text.Length ? whole.Start : SentenceStart(text, evidence.Start, longest / 2);
        var end = start;
        for (var next = SentenceEnd(text, start); next - start <= longest && next > end; next = SentenceEnd(text, next))
        {
            end = next;
        }

        end = end > start ? end : WordEnd(text, start + longest);
        return Trimmed(text, start, end).Around(message);
    }

    private static int SentenceStart(string text, int at, int furthest)
    {
        for (var start = at; start > 0 && at - start <= furthest; start--)
        {
            if (EndsSentence(text, start - 1))
            {
                return start;
            }
        }

        return at <= furthest ? 0 : WordStart(text, at);
    }

    private static int SentenceEnd(string text, int from)
    {
        for (var end = from + 1; end < text.Length; end++)
        {
            if (EndsSentence(text, end - 1))
            {
                return end;
            }
        }

        return text.Length;
    }

    private static bool EndsSentence(string text, int at) =>
        text[at] == '\n' || (text[at] is '.' or '!' or '?' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));

    private static int WordStart(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    // Text without a space for so long, as some scripts have, is cut between characters, never within one.
    private static int WordEnd(string text, int at)
    {
        var space = text.LastIndexOfAny([' ', '\n', '\t'], at - 1, 60);
        var end = space > 0 ? space : at;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }

    private static Passage Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new Passage(start, end - start);
    }

    /// <summary>Reaches around personal data that the cut would split: half of a number would not be masked as what it is.</summary>
    private Passage Around(TriagedMessage message)
    {
        var (start, end) = (Start, End);
        foreach (var found in message.Findings.PersonalData)
        {
            var last = found.Start + found.Length;
            start = found.Start < start && last > start ? found.Start : start;
            end = found.Start < end && last > end ? last : end;
        }

        return new Passage(start, end - start);
    }
}
