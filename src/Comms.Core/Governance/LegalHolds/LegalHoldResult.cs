namespace Comms.Core.Governance.LegalHolds;

/// <summary>What came of placing a legal hold, or of releasing one.</summary>
public abstract record LegalHoldResult
{
    private LegalHoldResult()
    {
    }

    /// <summary>It is kept, and in the audit.</summary>
    /// <param name="Hold">As it now stands.</param>
    public sealed record Kept(LegalHold Hold) : LegalHoldResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Refused(string Reason) : LegalHoldResult;
}
