namespace Comms.Core.Authoring;

/// <summary>What became of a draft that was handed in.</summary>
public abstract record DraftResult
{
    private DraftResult()
    {
    }

    /// <summary>It is in the ledger. It may still have faults that approval will refuse.</summary>
    /// <param name="Draft">The draft.</param>
    public sealed record Added(Draft Draft) : DraftResult;

    /// <summary>The same draft was there before; nothing was added.</summary>
    /// <param name="Draft">The draft as it stands.</param>
    public sealed record Existing(Draft Draft) : DraftResult;

    /// <summary>It was not taken.</summary>
    /// <param name="Reasons">Why, in words; every reason at once.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : DraftResult;
}
