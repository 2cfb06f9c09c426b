namespace Comms.Core.Triage.Signals;

/// <summary>
/// All phrases, filed by their least common words; see <see cref="PhraseIndex"/>. Immutable. A phrase never goes over
/// the end of a sentence. Most phrases are ruled out by one look at the tokens beside the one that they are filed under,
/// so that a text pays for the phrases that it might hold, not for those that there are.
/// </summary>
internal sealed class PhraseMachine
{
    public const int MostMatches = 256;

    private readonly PhraseCode _code;
    private readonly ClassMembers _members;
    private readonly PhraseFile _file;
    private readonly PhraseWords _words;

    public PhraseMachine(Phrase[] phrases, ClassMembers members, PhraseFile file, PhraseWords words) =>
        (_code, _members, _file, _words) = (new PhraseCode(phrases, members), members, file, words);

    /// <summary>The tokens that phrases are made of.</summary>
    public IReadOnlyList<byte[]> Words => _words.Spelled;

    /// <summary>Which word of the phrases a token is; 0 for none.</summary>
    public int WordOf(ReadOnlySpan<byte> token, ulong hash) => _words.Of(token, hash);

    /// <summary>The longest beginning of a token that a phrase asks for; 0 for none.</summary>
    public int WordByBeginning(ReadOnlySpan<byte> token) => _words.ByBeginning(token);

    public bool IsFiledUnder(int word) => _file.HoldsWord(word);

    public bool MayBeFiledUnder(int first, int second) => _file.MayHoldPair(first, second);

    /// <summary>Tries the phrases that are filed under some tokens of a text, which come in the order of the text.</summary>
    public void Find(ReadOnlySpan<TokenMark> marks, ReadOnlySpan<PhraseHit> hits, SignalMatches matches)
    {
        var (begin, end) = (0, 0);
        foreach (var (at, pair) in hits)
        {
            if (at >= end)
            {
                (begin, end) = SentenceAround(marks, at, end);
            }

            var filed = !pair ? _file.OfWord(marks[at].Word) : at + 1 < end ? _file.OfPair(marks[at].Word, marks[at + 1].Word) : [];
            Try(filed, marks[..end], at, begin, matches);
        }
    }

    private static (int Begin, int End) SentenceAround(ReadOnlySpan<TokenMark> marks, int at, int earliest)
    {
        var (begin, end, sentence) = (at, at + 1, marks[at].Sentence);
        while (begin > earliest && marks[begin - 1].Sentence == sentence)
        {
            begin--;
        }

        while (end < marks.Length && marks[end].Sentence == sentence)
        {
            end++;
        }

        return (begin, end);
    }

    private void Try(ReadOnlySpan<Filing> filed, ReadOnlySpan<TokenMark> marks, int at, int begin, SignalMatches matches)
    {
        foreach (ref readonly var filing in filed)
        {
            if (Fits(in filing, marks, at, begin))
            {
                Try(filing.Phrase, marks, at, begin, matches);
            }
        }
    }

    private bool Fits(ref readonly Filing phrase, ReadOnlySpan<TokenMark> marks, int at, int begin) =>
        (phrase.Next.Class < 0 || AnyIs(marks[(at + 1)..Math.Min(marks.Length, at + 1 + phrase.Next.Within)], phrase.Next.Class))
        && (phrase.Previous.Class < 0 || AnyIs(marks[Math.Max(begin, at - phrase.Previous.Within)..at], phrase.Previous.Class));

    private bool AnyIs(ReadOnlySpan<TokenMark> marks, int number)
    {
        foreach (ref readonly var mark in marks)
        {
            if (_members.Has(mark.Word, number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tries a phrase from each place where it could begin.</summary>
    private void Try(int phrase, ReadOnlySpan<TokenMark> marks, int at, int begin, SignalMatches matches)
    {
        var earliest = Math.Max(begin, at - _code.BeforeOf(phrase));
        for (var start = at; start >= earliest; start--)
        {
            var end = _code.Match(phrase, marks, start);
            if (end > start)
            {
                matches.Add(_code.SignalOf(phrase), marks[start].Start, marks[end - 1].End, marks[start].Negated);
            }
        }
    }
}
