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
    private readonly int _abuse;
    private readonly int _complaint;
    private readonly int _compliment;
    private readonly int _concern;
    private readonly int _question;
    private readonly int _spam;
    private readonly ulong _bereavement;

    public KindJudge(SignalTable signals, LabelTable labels, PolicyFile policy)
    {
        _signals = signals;
        _labels = labels;
        _accounts = (policy.AccountsOfNote ?? [])
            .DistinctBy(account => account.Handle)
            .ToDictionary(account => account.Handle, account => account.Kind, StringComparer.Ordinal);
        _abuse = labels.KindIndex("abuse");
        _complaint = labels.KindIndex("complaint");
        _compliment = labels.KindIndex("compliment");
        _concern = labels.KindIndex("concern");
        _question = labels.KindIndex("question");
        _spam = labels.KindIndex("spam");
        _bereavement = 1UL << labels.FlagIndex("bereavement");
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
        var mixed = result.Has(_compliment) && (result.Has(_complaint) || result.Has(_concern));
        result.Doubts |= mixed && (result.FlagBits & _bereavement) != 0 ? Doubts.Mixed : Doubts.None;
        result.NameKinds(_labels.Kinds);
        result.NameFlags(_labels.Flags);
    }

    /// <summary>Numbers the kinds anew, when their names were changed.</summary>
    public void Recount(TriageResult result) => result.NumberKinds(_labels.Kinds);

    private void Take(int signal, TriageResult result)
    {
        ref readonly var meaning = ref _labels[_signals.LabelOf(signal)];
        if (meaning.Role == LabelRole.Kind)
        {
            result.Raise(meaning.Index, _signals[signal].Confidence);
        }
        else if (meaning.Role == LabelRole.Flag)
        {
            result.FlagBits |= 1UL << meaning.Index;
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
            result.Raise(_labels.KindIndex(label), 0.95f);
        }

        if (flag.Length > 0)
        {
            result.FlagBits |= 1UL << _labels.FlagIndex(flag);
        }
    }

    private void TakeTone(ScanState scan, TriageResult result)
    {
        if (result.Has(_spam))
        {
            return;
        }

        if (result.Positive >= ToneFrom && result.Sentiment == "positive")
        {
            result.Raise(_compliment, result.Positive);
        }

        var bad = result.Negative >= ToneFrom && result.Sentiment == "negative";
        var but = result.Sentiment == "positive" && scan.Message is { Contrasts: true, Bad: > 0 };
        if ((bad || but) && !result.Has(_complaint) && !result.Has(_abuse))
        {
            result.Raise(_concern, bad ? result.Negative : 0.5f);
        }

        if (scan.Message.Asks)
        {
            result.Raise(_question, 0.7f);
        }
    }
}
