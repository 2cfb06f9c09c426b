using Comms.Core.Triage.Signals;


namespace Comms.Core.Triage;

/// <summary>Judges a text into a result.</summary>
internal delegate void TextJudge(ReadOnlySpan<char> text, TriageResult result);

/// <summary>
/// Finds the stretches of text that speak for each label. A phrase's evidence is where it stands; a learnt label's are
/// the words without which the label scores lower, found by leaving each out and judging again.
/// </summary>
internal sealed class EvidenceFinder(SignalTable signals, LabelTable labels, TextJudge judge)
{
    private const int MostWords = 3;
    private const int MostTried = 80;

    public IReadOnlyList<Evidence> Find(string text, TriageResult result)
    {
        var found = new List<Evidence>();
        AddMatches(result, found);
        found.AddRange(new WordTrial(text, result, judge, MostTried, MostWords).Find());
        found.Sort(static (one, other) => one.Start.CompareTo(other.Start) is not 0 and var by
            ? by
            : string.CompareOrdinal(one.For, other.For));
        return found;
    }

    private void AddMatches(TriageResult result, List<Evidence> found)
    {
        foreach (ref readonly var match in result.Scan!.Matches.Items)
        {
            var label = signals.LabelOf(match.Signal);
            if (match.Excused || signals.ExcusedBy(match.Signal) >= 0 || !Speaks(labels[label].Role))
            {
                continue;
            }

            var evidence = new Evidence(match.Start, match.End - match.Start, signals.Labels[label]);
            if (!found.Contains(evidence))
            {
                found.Add(evidence);
            }
        }
    }

    private static bool Speaks(LabelRole role) => role is LabelRole.Flag or LabelRole.Kind or LabelRole.Urgency;
}
