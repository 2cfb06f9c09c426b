using Comms.Core.Channels;

namespace Comms.Core.Cases.Sinks;

/// <summary>A case as it is mirrored. Only the engine makes one.</summary>
public sealed class CaseCopy
{
    internal CaseCopy(DeliveryKey key, Case of, Receipt? before)
    {
        Key = key;
        Case = of;
        Before = before;
    }

    /// <summary>
    /// The idempotency key: the same for one state of one case in one sink, on every host and after every crash. A system that
    /// honours it takes no change twice.
    /// </summary>
    public DeliveryKey Key { get; }

    /// <summary>
    /// The case as it stands now. A restricted one is mirrored too: <see cref="Case.RestrictedTo"/> says who may see it there.
    /// </summary>
    public Case Case { get; }

    /// <summary>The system's own name for the case; null while it has none, and the case is to be created.</summary>
    public Receipt? Before { get; }
}
