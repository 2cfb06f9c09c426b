using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// The tokens of one text as the phrases see them, and those under which phrases are filed. Grows to the longest text it
/// has seen and is then used again.
/// </summary>
internal sealed class PhraseMarks
{
    private TokenMark[] _marks = new TokenMark[512];
    private int[] _hits = new int[512];
    private int _count;
    private int _hitCount;
    private int _sentence;

    public ReadOnlySpan<TokenMark> Items => _marks.AsSpan(0, _count);

    public ReadOnlySpan<int> Hits => _hits.AsSpan(0, _hitCount);

    public void Clear() => _count = _hitCount = _sentence = 0;

    public void EndSentence() => _sentence++;

    public void Add(int word, int start, int end, bool negated, bool files)
    {
        if (_count == _marks.Length)
        {
            Array.Resize(ref _marks, _count * 2);
            Array.Resize(ref _hits, _count * 2);
        }

        if (files)
        {
            _hits[_hitCount++] = _count;
        }

        _marks[_count++] = new TokenMark { Word = word, Start = start, End = end, Sentence = _sentence, Negated = negated };
    }
}
