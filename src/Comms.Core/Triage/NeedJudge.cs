using System.Numerics;
using Comms.Core.Triage.Reading;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage;

/// <summary>
/// Decides how soon someone must act and how a message stands in the queue: by need, whatever the tone. An author's reach
/// adds what the policy says, apart and in sight; nothing by default.
/// </summary>
internal sealed class NeedJudge(SignalTable signals, LabelTable labels, double reachWeight)
{
    private const int MostPriority = 100;
    private const float MostReach = 20;
    private static readonly int[] ByUrgency = [10, 35, 65, 90];

    /// <summary>The least priority of an urgency.</summary>
    public static int PriorityOf(Urgency urgency) => ByUrgency[(int)urgency];

    public void Judge(ScanState scan, in MessageContext context, TriageResult result)
    {
        var (urgency, confidence, priority) = (Urgency.Routine, 0.9f, 0);
        foreach (ref readonly var match in scan.Matches.Items)
        {
            if (!match.Excused && signals.ExcusedBy(match.Signal) < 0)
            {
                Take(match.Signal, ref urgency, ref confidence);
            }
        }

        for (var left = result.FlagBits; left != 0; left &= left - 1)
        {
            ref readonly var flag = ref labels.ByFlag[BitOperations.TrailingZeroCount(left)];
            Take(in flag, 0.9f, ref urgency, ref confidence, ref priority);
            result.Doubts |= flag.NeedsHuman ? Doubts.Flagged : Doubts.None;
        }

        for (var i = 0; i < result.Kinds.Length; i++)
        {
            Take(in labels.ByKind[result.KindNumbers.Items[i]], result.Kinds[i].Confidence, ref urgency, ref confidence, ref priority);
        }

        (result.Urgency, result.UrgencyConfidence) = (urgency, confidence);
        priority = Math.Max(priority, ByUrgency[(int)urgency]);
        result.ReachPoints = Reach(in context);
        result.Priority = Math.Min(MostPriority, priority + (int)result.ReachPoints);
    }

    private void Take(int signal, ref Urgency urgency, ref float confidence)
    {
        ref readonly var meaning = ref labels[signals.LabelOf(signal)];
        var own = meaning.Role == LabelRole.Urgency ? (Urgency)meaning.Index : signals[signal].Urgency ?? Urgency.Routine;
        if (own > urgency)
        {
            (urgency, confidence) = (own, signals[signal].Confidence);
        }
    }

    private static void Take(in LabelMeaning meaning, float sure, ref Urgency urgency, ref float confidence, ref int priority)
    {
        priority = Math.Max(priority, meaning.Priority);
        if (meaning.Urgency > urgency)
        {
            (urgency, confidence) = (meaning.Urgency, sure);
        }
    }

    /// <summary>Two points for each tenfold of followers, at full weight; at most 20.</summary>
    private float Reach(in MessageContext context) =>
        reachWeight > 0 && context.Author?.Followers is > 0 and var followers
            ? MathF.Min(MostReach, (float)(reachWeight * 2 * Math.Log10(followers + 1.0)))
            : 0;
}
