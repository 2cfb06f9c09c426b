using Comms.Core.Text;

namespace Comms.Core.Triage;

/// <summary>
/// Leaves out each word of a text in turn and judges what is left; the words that a learnt label needs most are its
/// evidence. Words past the most that are tried are left alone: evidence costs a bounded number of readings.
/// </summary>
internal sealed class WordTrial(string text, TriageResult result, TextJudge judge, int mostTried, int mostWords)
{
    private readonly TriageResult _trial = new();
    private readonly List<(int Start, int End)> _words = [];
    private readonly Dictionary<string, List<(float Drop, int Word)>> _drops = new(StringComparer.Ordinal);

    public IEnumerable<Evidence> Find()
    {
        var scores = Scores(result);
        if (scores.Count == 0 || text.Length > Reading.TextScan.LongestText)
        {
            yield break;
        }

        Try(scores);
        foreach (var (label, drops) in _drops.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var (_, word) in drops.OrderByDescending(drop => drop.Drop).ThenBy(drop => drop.Word).Take(mostWords))
            {
                yield return new Evidence(_words[word].Start, _words[word].End - _words[word].Start, label);
            }
        }
    }

    private void Try(Dictionary<string, float> scores)
    {
        var buffer = new char[text.Length];
        var reader = new TokenReader(text);
        while (reader.Read() && _words.Count < mostTried)
        {
            var (start, end) = (reader.Start, reader.End);
            text.AsSpan(0, start).CopyTo(buffer);
            text.AsSpan(end).CopyTo(buffer.AsSpan(start));
            judge(buffer.AsSpan(0, text.Length - (end - start)), _trial);
            var left = AllScores(_trial);
            foreach (var (label, score) in scores)
            {
                var drop = score - left.GetValueOrDefault(label);
                if (drop > 1e-4f)
                {
                    (_drops.TryGetValue(label, out var drops) ? drops : _drops[label] = []).Add((drop, _words.Count));
                }
            }

            _words.Add((start, end));
        }
    }

    private static Dictionary<string, float> Scores(TriageResult judged)
    {
        var scores = AllScores(judged);
        foreach (var label in scores.Keys.Where(label => label.StartsWith("sentiment:", StringComparison.Ordinal) && label != "sentiment:" + judged.Sentiment).ToArray())
        {
            scores.Remove(label);
        }

        return scores;
    }

    private static Dictionary<string, float> AllScores(TriageResult judged)
    {
        var scores = new Dictionary<string, float>(StringComparer.Ordinal);
        if (judged.Sentiment != "unknown")
        {
            scores["sentiment:negative"] = judged.Negative;
            scores["sentiment:neutral"] = judged.Neutral;
            scores["sentiment:positive"] = judged.Positive;
        }

        foreach (ref readonly var theme in judged.Themes)
        {
            scores["theme:" + theme.Name] = theme.Confidence;
        }

        return scores;
    }
}
