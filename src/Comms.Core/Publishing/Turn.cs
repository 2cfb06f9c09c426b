using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>
/// What one delivery's turn is judged by: the epoch and the account's pace as they were read for it. Its intent requires
/// both unchanged, whatever the host has read since.
/// </summary>
internal readonly record struct Turn(Epoch Epoch, Pace Pace)
{
    /// <summary>How far the account has come.</summary>
    public HighWater Stands => new(Epoch.Number, Pace.Revision);

    /// <summary>How far it has come once this turn is taken.</summary>
    public HighWater Taken => new(Epoch.Number, Pace.Revision + 1);
}
