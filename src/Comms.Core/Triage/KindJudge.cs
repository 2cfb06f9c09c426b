using Comms.Core.Triage.Policies;
using Comms.Core.Triage.Reading;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage;

/// <summary>Decides what a message is and what it flags: from phrases first, then from its tone and its author.</summary>
internal sealed class KindJudge
{
    private const float ToneFrom = 0.55f;

    private readonly SignalTable _signals;
    private readonly LabelTable _labels;
    private readonly Dictionary<string, string> _accounts;

    public KindJudge(SignalTable signals, LabelTable labels, PolicyFile policy)
    {
        _signals = signals;
        _labels = labels;
        _accounts = (policy.AccountsOfNote ?? [])
            .DistinctBy(account => account.Handle)
            .ToDictionary(account => account.Handle, account => account.Kind, StringComparer.Ordinal);
    }

    public void Judge(ScanState scan, in MessageContext context, TriageResult result)
    {
        foreach (ref readonly var match in scan.Matches.Items)
        {
            if (!match.Excused && _signals.ExcusedBy(match.Signal) < 0)
            {
                Take(match.Signal, result);
            }
        }

        TakeAuthor(in context, result);
        TakeTone(scan, result);
        Order(result);
    }

    private void Take(int signal, TriageResult result)
    {
        ref readonly var meaning = ref _labels[_signals.LabelOf(signal)];
        if (meaning.Role == LabelRole.Kind)
        {
            Raise(result.KindBag, meaning.Name, _signals[signal].Confidence);
        }
        else if (meaning.Role == LabelRole.Flag && !result.FlagBag.Items.Contains(meaning.Name))
        {
            result.FlagBag.Add(meaning.Name);
        }
    }

    private void TakeAuthor(in MessageContext context, TriageResult result)
    {
        if (context.Author is not { } author)
        {
            return;
        }

        var kind = _accounts.GetValueOrDefault(author.Handle, author.Kind);
        var (label, flag) = kind switch
        {
            "press" => ("media", "media"),
            "elected" => ("elected", "elected-member"),
            "candidate" => ("candidate", ""),
            _ => ("", ""),
        };
        if (label.Length > 0)
        {
            Raise(result.KindBag, label, 0.95f);
        }

        if (flag.Length > 0 && !result.FlagBag.Items.Contains(flag))
        {
            result.FlagBag.Add(flag);
        }
    }

    private static void TakeTone(ScanState scan, TriageResult result)
    {
        if (Has(result, "spam"))
        {
            return;
        }

        if (result.Positive >= ToneFrom && result.Sentiment == "positive")
        {
            Raise(result.KindBag, "compliment", result.Positive);
        }

        var bad = result.Negative >= ToneFrom && result.Sentiment == "negative";
        var but = result.Sentiment == "positive" && scan.Message is { Contrasts: true, Bad: > 0 };
        if ((bad || but) && !Has(result, "complaint") && !Has(result, "abuse"))
        {
            Raise(result.KindBag, "concern", bad ? result.Negative : 0.5f);
        }

        if (scan.Message.Asks)
        {
            Raise(result.KindBag, "question", 0.7f);
        }
    }

    private static void Order(TriageResult result)
    {
        result.KindBag.Items.Sort(static (one, other) => other.Confidence.CompareTo(one.Confidence) is not 0 and var by
            ? by
            : string.CompareOrdinal(one.Name, other.Name));
        result.FlagBag.Items.Sort(string.CompareOrdinal);
        var mixed = Has(result, "compliment") && (Has(result, "complaint") || Has(result, "concern"));
        var grieving = result.FlagBag.Items.Contains("bereavement");
        result.Doubts |= mixed && grieving ? Doubts.Mixed : Doubts.None;
    }

    private static bool Has(TriageResult result, string kind)
    {
        foreach (ref readonly var label in result.Kinds)
        {
            if (label.Name == kind)
            {
                return true;
            }
        }

        return false;
    }

    private static void Raise(Bag<ScoredLabel> bag, string name, float confidence)
    {
        foreach (ref var label in bag.Items)
        {
            if (label.Name == name)
            {
                label = label with { Confidence = Math.Max(label.Confidence, confidence) };
                return;
            }
        }

        bag.Add(new ScoredLabel(name, confidence));
    }
}
