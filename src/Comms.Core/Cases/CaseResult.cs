namespace Comms.Core.Cases;

/// <summary>What came of changing a case.</summary>
public abstract record CaseResult
{
    private CaseResult()
    {
    }

    /// <summary>It was changed, and the change is in the audit.</summary>
    /// <param name="Case">The case as it now stands.</param>
    public sealed record Changed(Case Case) : CaseResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reasons">Why, in words; never empty.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : CaseResult;
}
