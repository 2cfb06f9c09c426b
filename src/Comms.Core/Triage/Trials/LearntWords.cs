namespace Comms.Core.Triage.Trials;

/// <summary>The words of a text that labels of the model need, most needed first. Used again for text after text.</summary>
internal sealed class LearntWords(TextJudge judge)
{
    private const int Most = 3;

    private readonly WordList _words = new();
    private readonly WordLosses _losses = new(judge);
    private readonly List<Claim> _learnt = [];

    /// <summary>Reads a text for what the claims of the model rest on.</summary>
    public void Read(string text, in MessageContext context, List<Claim> claims, TriageResult result)
    {
        _learnt.Clear();
        _learnt.AddRange(claims.Where(claim => claim.Of is ClaimOf.Sentiment or ClaimOf.Theme));
        _words.Read(text);
        _losses.Find(text, in context, _learnt.Count > 0 ? _words.Items : [], _learnt, result);
    }

    /// <summary>Choices of words for a claim: the three most needed, the one, and then more and more until all.</summary>
    public IEnumerable<List<Stretch>> Choices(Claim claim)
    {
        var row = _learnt.IndexOf(claim);
        if (row < 0)
        {
            yield break;
        }

        var ranked = WordRanking.MostFirst(_losses.Of(row), Most, out var needed);
        if (needed > 0)
        {
            yield return Places(ranked, needed);
        }

        ranked = WordRanking.MostFirst(_losses.Of(row), int.MaxValue, out _);
        for (var count = 1; count < ranked.Length; count *= 2)
        {
            yield return Places(ranked, count);
        }

        yield return Places(ranked, ranked.Length);
    }

    /// <summary>Every token that carries a mark; without them nothing of the mark is left.</summary>
    public List<Stretch> Marked(TokenMarks mark) => _words.Marked(mark);

    private List<Stretch> Places(int[] ranked, int count)
    {
        var places = new List<Stretch>(count);
        foreach (var word in ranked.Take(count).Order())
        {
            places.Add(_words.Items[word]);
        }

        return places;
    }
}
