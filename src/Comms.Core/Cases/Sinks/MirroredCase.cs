using Comms.Core.Channels;

namespace Comms.Core.Cases.Sinks;

/// <summary>How the mirror of a case stands in a sink.</summary>
public sealed class MirroredCase
{
    internal MirroredCase(CopyRecord body) => Body = body;

    /// <summary>The sink's id.</summary>
    public string Sink => Body.Sink;

    /// <summary>The case's id.</summary>
    public string Case => Body.Case;

    /// <summary>Where it stands.</summary>
    public CopyState State => Body.State;

    /// <summary>The sink's own name for the case; null while it has none.</summary>
    public Receipt? Receipt => Body.Receipt;

    /// <summary>Why it stands so, in words; null where nothing went wrong.</summary>
    public string? Reason => Body.Reason;

    private CopyRecord Body { get; }
}
