namespace Comms.Core.Triage.Trials;

/// <summary>
/// What labels lose without each word of a text: each is left out in turn, and what is left is judged again, which costs
/// two millionths of a second for a short message. Used again for text after text.
/// </summary>
internal sealed class WordLosses(TextJudge judge)
{
    private readonly TriageResult _left = new();
    private char[] _buffer = [];
    private float[] _losses = [];
    private int _words;

    /// <summary>What a claim loses without each word, in the order of the words.</summary>
    public ReadOnlySpan<float> Of(int claim) => _losses.AsSpan(claim * _words, _words);

    public void Find(string text, in MessageContext context, ReadOnlySpan<Stretch> words, List<Claim> claims, TriageResult whole)
    {
        _words = words.Length;
        if (_losses.Length < claims.Count * words.Length)
        {
            _losses = new float[claims.Count * words.Length];
        }

        if (_buffer.Length < text.Length)
        {
            _buffer = new char[text.Length];
        }

        for (var word = 0; word < words.Length; word++)
        {
            var (start, end) = words[word];
            text.AsSpan(0, start).CopyTo(_buffer);
            text.AsSpan(end).CopyTo(_buffer.AsSpan(start));
            judge(_buffer.AsSpan(0, text.Length - (end - start)), in context, _left);
            for (var claim = 0; claim < claims.Count; claim++)
            {
                _losses[(claim * words.Length) + word] = claims[claim].ScoreIn(whole) - claims[claim].ScoreIn(_left);
            }
        }
    }
}
