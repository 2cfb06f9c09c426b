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
        foreach (var flag in result.Flags)
        {
            Flags |= 1UL << labels.FlagIndex(flag);
        }

        foreach (ref readonly var kind in result.Kinds)
        {
            Kinds |= 1UL << labels.KindIndex(kind.Name);
        }
    }

    public ScanState Scan { get; }

    public TriageResult Result { get; }

    public SignalTable Signals { get; }

    public LabelTable Labels { get; }

    public string? Source { get; }

    /// <summary>A bit for each flag, by its number.</summary>
    public ulong Flags { get; }

    /// <summary>A bit for each kind, by its number.</summary>
    public ulong Kinds { get; }
}
