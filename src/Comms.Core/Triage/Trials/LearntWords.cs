using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Trials;

/// <summary>The words of a text that labels of the model need, most needed first. Used again for text after text.</summary>
internal sealed class LearntWords
{
    private const int Most = 3;

    private readonly TriageModel _model;
    private readonly TokenList _tokens;
    private readonly TokenLosses _losses;
    private readonly Dictionary<Claim, int> _rows = [];
    private readonly List<Target> _targets = [];
    private float[] _lost = [];

    public LearntWords(TriageModel model, Lexicon lexicon)
    {
        _model = model;
        _tokens = new TokenList(lexicon);
        _losses = new TokenLosses(model, _tokens);
    }

    /// <summary>Reads a text for what the claims of the model rest on.</summary>
    public void Read(string text, List<Claim> claims)
    {
        _rows.Clear();
        _targets.Clear();
        foreach (var claim in claims)
        {
            if (claim.Of is ClaimOf.Sentiment or ClaimOf.Theme && Target.Of(_model, claim.Of == ClaimOf.Sentiment, claim.Name) is { } target)
            {
                _rows[claim] = _targets.Count;
                _targets.Add(target);
            }
        }

        _tokens.Read(text);
        _lost = _targets.Count > 0 ? _losses.Of(_targets) : [];
    }

    /// <summary>Choices of words for a claim: the three most needed, the one, and then more and more until all.</summary>
    public IEnumerable<List<Stretch>> Choices(Claim claim)
    {
        if (!_rows.TryGetValue(claim, out var row))
        {
            yield break;
        }

        var ranked = Ranked(row);
        var needed = Math.Min(Most, ranked.Count(token => Lost(row, token) > 0));
        foreach (var count in Counts(needed, ranked.Length))
        {
            yield return Places(ranked.AsSpan(0, count));
        }
    }

    /// <summary>Every token that carries a mark.</summary>
    public List<Stretch> Marked(TokenMarks mark)
    {
        var marked = new List<Stretch>();
        foreach (ref readonly var token in _tokens.Items)
        {
            if (token.Marks.HasFlag(mark))
            {
                marked.Add(token.At);
            }
        }

        return marked;
    }

    private static IEnumerable<int> Counts(int needed, int all)
    {
        if (needed > 0)
        {
            yield return needed;
        }

        for (var count = 1; count < all; count *= 2)
        {
            if (count != needed)
            {
                yield return count;
            }
        }

        if (all > 0)
        {
            yield return all;
        }
    }

    private float Lost(int row, int token) => _lost[(row * _tokens.Items.Length) + token];

    private int[] Ranked(int row)
    {
        var ranked = new int[_tokens.Items.Length];
        var keys = new float[ranked.Length];
        for (var token = 0; token < ranked.Length; token++)
        {
            (ranked[token], keys[token]) = (token, -Lost(row, token));
        }

        // Array.Sort is not stable: equal losses go by place.
        Array.Sort(ranked, (one, other) => keys[one].CompareTo(keys[other]) is not 0 and var by ? by : one.CompareTo(other));
        return ranked;
    }

    private List<Stretch> Places(ReadOnlySpan<int> chosen)
    {
        var places = new List<Stretch>(chosen.Length);
        foreach (var token in chosen)
        {
            places.Add(_tokens.Items[token].At);
        }

        places.Sort();
        return places;
    }
}
