using Comms.Core.Cases.Sinks;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Publishing;

namespace Comms.Core;

/// <summary>What one run of the engine did, room by room.</summary>
/// <param name="Publishing">What was sent.</param>
/// <param name="Listening">What was heard.</param>
/// <param name="Triage">How many messages were triaged.</param>
/// <param name="Cases">How many triaged messages were looked at, and how many cases they opened.</param>
/// <param name="Mirrored">What was sent to the host's own case systems.</param>
public sealed record RunReport(DispatchReport Publishing, ListeningReport Listening, StageReport Triage, StageReport Cases, MirrorReport Mirrored)
{
    /// <summary>Who could not be told of a draft that waits or of a broken glass, in words. Default: none.</summary>
    public IReadOnlyList<string> Unreached { get; init; } = [];

    /// <summary>Whether there was nothing to do.</summary>
    public bool Idle =>
        Publishing.Total + Triage.Done + Cases.Done + Mirrored.Sent == 0 && Listening.BroughtNothing;

    /// <summary>Everything that went wrong beside the work itself, in words.</summary>
    public IEnumerable<string> Faults => [.. Publishing.Faults, .. Listening.Faults, .. Triage.Faults, .. Cases.Faults, .. Mirrored.Faults, .. Unreached];
}
