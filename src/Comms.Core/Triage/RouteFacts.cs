using Comms.Core.Triage.Reading;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage;

/// <summary>What rules ask about a message, gathered once.</summary>
internal readonly ref struct RouteFacts
{
    public RouteFacts(ScanState scan, in MessageContext context, TriageResult result, SignalTable signals, LabelTable labels)
    {
        Scan = scan;
        Result = result;
        Source = context.Source;
        Signals = signals;
        Labels = labels;
        foreach (ref readonly var match in scan.Matches.Items)
        {
            ref readonly var meaning = ref labels[signals.LabelOf(match.Signal)];
            Phrases |= meaning.Role == LabelRole.Phrase ? 1UL << (meaning.Index & 63) : 0;
        }
    }

    public ScanState Scan { get; }

    public TriageResult Result { get; }

    public SignalTable Signals { get; }

    public LabelTable Labels { get; }

    public string? Source { get; }

    /// <summary>A bit for each flag, by its number.</summary>
    public ulong Flags => Result.FlagBits;

    /// <summary>A bit for each kind, by its number.</summary>
    public ulong Kinds => Result.KindBits;

    /// <summary>A bit for the phrases of each rule, by its number; the 65th rule shares the first one's, and so on.</summary>
    public ulong Phrases { get; }
}
