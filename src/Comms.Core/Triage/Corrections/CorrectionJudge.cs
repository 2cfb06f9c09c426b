using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage.Corrections;

/// <summary>
/// Moves judgements by what people corrected: first by what was learnt, then by what a person said of this very message.
/// Flags are no labels of the layer, and a kind that claims a message for a duty is never taken away, so that neither
/// safety nor a clock can be corrected away.
/// </summary>
internal sealed class CorrectionJudge(SentimentJudge sentiments, IReadOnlySet<string> claiming)
{
    private const float KindFrom = 0.5f;
    private const string Spam = "spam";

    /// <summary>Whether a kind can be taken away.</summary>
    public static bool Stays(string kind, IReadOnlySet<string> claiming) => kind != Spam && claiming.Contains(kind);

    /// <summary>What hangs on the words alone: sentiment and themes.</summary>
    public void JudgeContent(ScanState scan, in MessageContext context, TriageResult result)
    {
        if (result.Language is LanguageJudge.English or LanguageJudge.Undetermined)
        {
            SentimentShift.Apply(result);
            Shift(Heading.Theme, result.ThemeBag, scan, result);
        }

        foreach (var said in context.Decided ?? [])
        {
            if (said.Heading == Heading.Theme)
            {
                Say(said, result.ThemeBag, result);
            }
            else if (said.Heading == Heading.Sentiment)
            {
                SentimentShift.Say(said, result);
            }
        }
    }

    /// <summary>What hangs on all else: kinds, and the team that owns it.</summary>
    public void JudgeKinds(ScanState scan, in MessageContext context, TriageResult result)
    {
        Shift(Heading.Kind, result.KindBag, scan, result);
        LearnTeam(result);
        foreach (var said in context.Decided ?? [])
        {
            if (said.Heading == Heading.Kind)
            {
                Say(said, result.KindBag, result);
            }
            else if (said.Heading == Heading.Team)
            {
                result.Local.SaidTeam = said.Label;
                result.Local.Decisions.Add(new Learnt(-1, Up: true, said));
            }
        }
    }

    private void Shift(Heading heading, Bag<ScoredLabel> bag, ScanState scan, TriageResult result)
    {
        var labels = result.Local.Layer.Labels;
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i].Name.Heading != heading)
            {
                continue;
            }

            var name = labels[i].Name.Label;
            var at = IndexOf(bag, name);
            var (before, from) = heading == Heading.Theme ? sentiments.Theme(name, scan) : (null, KindFrom);
            before = at >= 0 ? bag.Items[at].Confidence : before;
            var after = Shifted(labels[i], result.Local.Scores[i], before);
            Put(bag, at, name, after, from, new Learnt(i, Up: at < 0, Said: null), result);
        }
    }

    private void Put(Bag<ScoredLabel> bag, int at, string name, float after, float from, Learnt decision, TriageResult result)
    {
        var holds = after >= from;
        if (at >= 0 && holds)
        {
            bag.Items[at] = new ScoredLabel(name, after);
        }
        else if (at >= 0 && !Stays(name, claiming))
        {
            Remove(bag, at);
            result.Local.Decisions.Add(decision);
        }
        else if (at < 0 && holds)
        {
            bag.Add(new ScoredLabel(name, after));
            result.Local.Decisions.Add(decision);
        }

        Sort(bag);
    }

    private void Say(Correction said, Bag<ScoredLabel> bag, TriageResult result)
    {
        var at = IndexOf(bag, said.Label);
        if (said.Holds)
        {
            Remove(bag, at);
            bag.Add(new ScoredLabel(said.Label, 1));
        }
        else if (!Stays(said.Label, claiming))
        {
            Remove(bag, at);
        }

        Sort(bag);
        result.Local.Decisions.Add(new Learnt(-1, said.Holds, said));
    }

    private static void LearnTeam(TriageResult result)
    {
        var labels = result.Local.Layer.Labels;
        var (best, most) = (-1, KindFrom);
        for (var i = 0; i < labels.Count; i++)
        {
            var sure = labels[i].Name.Heading == Heading.Team ? Shifted(labels[i], result.Local.Scores[i], null) : 0;
            (best, most) = sure > most ? (i, sure) : (best, most);
        }

        result.Local.LearntTeam = best < 0 ? null : (labels[best].Name.Label, best);
    }

    /// <summary>The judgement after the layer; a label of which no model knows begins low.</summary>
    private static float Shifted(LocalLabel label, float score, float? before)
    {
        var odds = before is { } confidence ? MathF.Log(confidence / (1 - confidence)) : LocalLabel.Unheard;
        return 1 / (1 + MathF.Exp(-(odds + label.Shift(score, before ?? 0.5f))));
    }

    private static int IndexOf(Bag<ScoredLabel> bag, string name)
    {
        for (var i = 0; i < bag.Count; i++)
        {
            if (bag.Items[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Remove(Bag<ScoredLabel> bag, int at)
    {
        if (at >= 0)
        {
            bag.Items[(at + 1)..].CopyTo(bag.Items[at..]);
            bag.Fill(bag.Count - 1);
        }
    }

    private static void Sort(Bag<ScoredLabel> bag) => bag.Items.Sort(static (one, other) =>
        other.Confidence.CompareTo(one.Confidence) is not 0 and var by ? by : string.CompareOrdinal(one.Name, other.Name));
}
