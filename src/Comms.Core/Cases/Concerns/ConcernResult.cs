namespace Comms.Core.Cases.Concerns;

/// <summary>What came of passing a concern on, or of changing one.</summary>
public abstract record ConcernResult
{
    private ConcernResult()
    {
    }

    /// <summary>It is kept, and the change is in the audit.</summary>
    /// <param name="Concern">The concern as it now stands.</param>
    public sealed record Kept(Concern Concern) : ConcernResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reasons">Why, in words; never empty.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : ConcernResult;
}
