using Comms.Core.Text;

namespace Comms.Core.Authoring.Style;

/// <summary>
/// "Was sent": a form of be or get and a participle, with at most a few adverbs between them; in a question with its
/// subject between. Participles that tell how someone is ("was pleased") are none.
/// </summary>
internal sealed class PassiveRule : IStyleRule
{
    private const int MostBetween = 4;
    private const int MostOfSubject = 5;

    private static readonly HashSet<string> Be =
        ["am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "ain't"];

    private static readonly HashSet<string> Get = ["get", "gets", "got", "gotten", "getting"];
    private static readonly HashSet<string> Joined = ["it's", "that's", "there's", "he's", "she's", "what's", "who's", "here's", "this's"];
    private static readonly HashSet<string> NoPassiveOfGet = ["got", "started", "rid"];
    private static readonly HashSet<string> Asking = ["what", "why", "when", "how", "where", "which", "who", "and"];
    private static readonly HashSet<string> Articles = ["a", "an", "the", "any", "some"];

    public string Name => "passive";

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        foreach (var sentence in reading.Sentences)
        {
            var words = sentence.Words;
            var asks = reading.Text.AsSpan(sentence.Start, sentence.Length).EndsWith('?');
            for (var i = 0; i < words.Count; i++)
            {
                if (Participle(words, i, asks) is { } at)
                {
                    var (start, end) = (words[i].Start, words[at].End);
                    findings.Add(StyleSeeds.Passive.Finding(Name, start, end - start, $"“{reading.Text[start..end]}” is passive: say who does it"));
                    i = at;
                }
            }
        }
    }

    /// <summary>Which word makes the word at a place passive; null when none does.</summary>
    private static int? Participle(ArraySegment<TextWord> words, int at, bool asks)
    {
        var word = words[at].Small;
        var isBe = Be.Contains(word) || Joined.Contains(word) || word.EndsWith("'re", StringComparison.Ordinal) || word.EndsWith("'m", StringComparison.Ordinal);
        var isGet = Get.Contains(word);
        if (!isBe && !isGet)
        {
            return null;
        }

        var next = at + 1;
        while (next < words.Count && next - at <= MostBetween && MayStandBetween(words[next].Small, isBe))
        {
            next++;
        }

        if (next < words.Count && Participles.Has(words[next].Small))
        {
            return (isGet || word.EndsWith("'s", StringComparison.Ordinal)) && NoPassiveOfGet.Contains(words[next].Small) ? null : next;
        }

        return isBe && asks && (at == 0 || Asking.Contains(words[at - 1].Small)) ? AfterSubject(words, at) : null;
    }

    private static int? AfterSubject(ArraySegment<TextWord> words, int at)
    {
        for (var i = at + 2; i < words.Count && i <= at + MostOfSubject; i++)
        {
            if (Participles.Has(words[i].Small) && !Articles.Contains(words[i - 1].Small))
            {
                return i;
            }
        }

        return null;
    }

    private static bool MayStandBetween(string word, bool afterBe) =>
        StyleSeeds.Passive.Between.Contains(word)
        || (word.Length > 3 && word.EndsWith("ly", StringComparison.Ordinal))
        || (afterBe && word is "been" or "being");
}
