namespace Comms.Core.Governance.Delegations;

/// <summary>What came of lending roles, or of taking them back.</summary>
public abstract record DelegationResult
{
    private DelegationResult()
    {
    }

    /// <summary>It is kept.</summary>
    /// <param name="Delegation">As it stands.</param>
    public sealed record Kept(Delegation Delegation) : DelegationResult;

    /// <summary>It is not.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Refused(string Reason) : DelegationResult;
}
