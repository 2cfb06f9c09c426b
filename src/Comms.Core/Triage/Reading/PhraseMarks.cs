using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// The tokens of one text as the phrases see them, and those under which phrases are filed. Grows to the longest text it
/// has seen and is then used again.
/// </summary>
internal sealed class PhraseMarks
{
    private TokenMark[] _marks = new TokenMark[512];
    private PhraseHit[] _hits = new PhraseHit[1026];
    private int _count;
    private int _hitCount;
    private int _sentence;

    public ReadOnlySpan<TokenMark> Items => _marks.AsSpan(0, _count);

    public ReadOnlySpan<PhraseHit> Hits => _hits.AsSpan(0, _hitCount);

    public void Clear() => _count = _hitCount = _sentence = 0;

    public void EndSentence() => _sentence++;

    /// <summary>The word of the phrases that the last token is; 0 for none.</summary>
    public int Last => _count > 0 ? _marks[_count - 1].Word : 0;

    /// <summary>The number of the sentence that is being read.</summary>
    public int Sentence => _sentence;

    /// <summary>Takes the next token.</summary>
    /// <param name="mark">The token.</param>
    /// <param name="files">Whether phrases are filed under it.</param>
    /// <param name="filesPair">Whether phrases may be filed under it and the one before it.</param>
    public void Add(in TokenMark mark, bool files, bool filesPair)
    {
        if (_count == _marks.Length)
        {
            Array.Resize(ref _marks, _count * 2);
            Array.Resize(ref _hits, (_count * 4) + 2);
        }

        _hits[_hitCount] = PhraseHit.OfPair(_count - 1);
        _hitCount += filesPair && _count > 0 ? 1 : 0;
        _hits[_hitCount] = PhraseHit.OfWord(_count);
        _hitCount += files ? 1 : 0;
        _marks[_count++] = mark;
    }
}
