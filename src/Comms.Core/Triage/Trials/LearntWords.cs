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
    private string _text = "";
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
        _text = text;
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
    public IEnumerable<WordChoice> Choices(Claim claim)
    {
        if (!_rows.TryGetValue(claim, out var row))
        {
            yield break;
        }

        var ranked = WordRanking.MostFirst(_lost.AsSpan(row * _tokens.Items.Length, _tokens.Items.Length), Most, out var needed);
        if (needed > 0)
        {
            yield return Choice(row, ranked, needed);
        }

        ranked = WordRanking.MostFirst(_lost.AsSpan(row * _tokens.Items.Length, _tokens.Items.Length), int.MaxValue, out _);
        for (var count = 1; count < ranked.Length; count *= 2)
        {
            yield return Choice(row, ranked, count);
        }

        yield return Choice(row, ranked, ranked.Length);
    }

    /// <summary>Every token that carries a mark; without them nothing of the mark is left.</summary>
    public WordChoice Marked(TokenMarks mark)
    {
        var marked = new List<Stretch>();
        foreach (ref readonly var token in _tokens.Items)
        {
            if (token.Marks.HasFlag(mark))
            {
                marked.Add(token.At);
            }
        }

        return new WordChoice(marked, IsParted(marked) ? 1 : null);
    }

    private WordChoice Choice(int row, int[] ranked, int count)
    {
        var chosen = ranked.AsSpan(0, count);
        chosen.Sort();
        var places = new List<Stretch>(count);
        foreach (var token in chosen)
        {
            places.Add(_tokens.Items[token].At);
        }

        return new WordChoice(places, count < _tokens.Items.Length && IsParted(places) ? Loss(row, chosen) : null);
    }

    private float Loss(int row, ReadOnlySpan<int> chosen) =>
        chosen.Length == 1 ? _lost[(row * _tokens.Items.Length) + chosen[0]] : _losses.Of(_targets[row], chosen);

    /// <summary>Whether what is left is read as the same tokens: the whole was read, and nothing grows together.</summary>
    private bool IsParted(List<Stretch> places)
    {
        foreach (var (start, end) in places)
        {
            if (start > 0 && !char.IsWhiteSpace(_text[start - 1]) && end < _text.Length && !char.IsWhiteSpace(_text[end]))
            {
                return false;
            }
        }

        return _text.Length <= Reading.TextScan.LongestText;
    }
}
