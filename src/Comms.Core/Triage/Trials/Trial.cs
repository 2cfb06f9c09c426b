namespace Comms.Core.Triage.Trials;

/// <summary>Judges a text into a result.</summary>
internal delegate void TextJudge(ReadOnlySpan<char> text, in MessageContext context, TriageResult result);

/// <summary>
/// Leaves stretches out of a text and judges what is left: the proof that they speak for a label. Belongs to one thread
/// at a time; used again for text after text.
/// </summary>
internal sealed class Trial(TextJudge judge)
{
    /// <summary>A smaller loss would not show in the four places to which scores are written.</summary>
    public const float LeastLoss = 0.0005f;

    private readonly List<Stretch> _gone = [];
    private readonly TriageResult _blanked = new();
    private char[] _left = [];
    private string _text = "";
    private MessageContext _context;

    public TriageResult Result { get; } = new();

    public void Begin(string text, in MessageContext context)
    {
        (_text, _context) = (text, context);
        _gone.Clear();
        if (_left.Length < text.Length)
        {
            _left = new char[text.Length];
        }
    }

    /// <summary>
    /// Whether a label loses score when stretches are left out, whether the gaps are closed or left blank.
    /// <see cref="Result"/> is what is left when they are closed.
    /// </summary>
    /// <param name="claim">The label.</param>
    /// <param name="score">What it scores in the whole text.</param>
    /// <param name="stretches">In order of place; they may overlap.</param>
    public bool Lowers(Claim claim, float score, List<Stretch> stretches)
    {
        if (!IsGone(stretches))
        {
            _gone.Clear();
            Merge(stretches);
            judge(_left.AsSpan(0, CopyBlanked()), in _context, _blanked);
            judge(_left.AsSpan(0, CopyRest()), in _context, Result);
        }

        return Math.Max(claim.ScoreIn(Result), claim.ScoreIn(_blanked)) < score - LeastLoss;
    }

    /// <summary>Where a stretch of what is left stands in the whole text.</summary>
    public Stretch InWhole(int start, int end) => new(InWhole(start), InWhole(end - 1) + 1);

    private int InWhole(int at)
    {
        foreach (var gone in _gone)
        {
            if (gone.Start > at)
            {
                break;
            }

            at += gone.Length;
        }

        return at;
    }

    /// <summary>Labels often share their words: the same trial serves them all.</summary>
    private bool IsGone(List<Stretch> stretches) => _gone.Count > 0 && _gone.SequenceEqual(stretches);

    private void Merge(List<Stretch> stretches)
    {
        foreach (var stretch in stretches)
        {
            if (_gone.Count > 0 && stretch.Start <= _gone[^1].End)
            {
                _gone[^1] = _gone[^1] with { End = Math.Max(_gone[^1].End, stretch.End) };
            }
            else
            {
                _gone.Add(stretch);
            }
        }
    }

    private int CopyBlanked()
    {
        _text.CopyTo(_left);
        foreach (var gone in _gone)
        {
            _left.AsSpan(gone.Start, gone.Length).Fill(' ');
        }

        return _text.Length;
    }

    private int CopyRest()
    {
        var (from, to) = (0, 0);
        foreach (var gone in _gone)
        {
            _text.AsSpan(from, gone.Start - from).CopyTo(_left.AsSpan(to));
            to += gone.Start - from;
            from = gone.End;
        }

        _text.AsSpan(from).CopyTo(_left.AsSpan(to));
        return to + _text.Length - from;
    }
}
