namespace Comms.Core.Triage.Models;

/// <summary>How many letters of a word are capital, small, and capital after a small one.</summary>
internal readonly record struct LetterCounts(int Capitals, int Smalls, int Inner)
{
    public static LetterCounts operator +(LetterCounts one, LetterCounts other) =>
        new(one.Capitals + other.Capitals, one.Smalls + other.Smalls, one.Inner + other.Inner);

    public static LetterCounts Of(ReadOnlySpan<char> word)
    {
        var counts = default(LetterCounts);
        for (var i = 0; i < word.Length; i++)
        {
            var big = char.IsAsciiLetterUpper(word[i]);
            counts += new LetterCounts(
                big ? 1 : 0, char.IsAsciiLetterLower(word[i]) ? 1 : 0, big && i > 0 && char.IsAsciiLetterLower(word[i - 1]) ? 1 : 0);
        }

        return counts;
    }
}
