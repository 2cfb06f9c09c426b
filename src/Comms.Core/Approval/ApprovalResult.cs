namespace Comms.Core.Approval;

/// <summary>What an approver's decision brought.</summary>
public abstract record ApprovalResult
{
    private ApprovalResult()
    {
    }

    /// <summary>The draft is approved.</summary>
    /// <param name="Post">What was approved, to the byte.</param>
    public sealed record Approved(ApprovedPost Post) : ApprovalResult;

    /// <summary>The draft is rejected.</summary>
    public sealed record Rejected : ApprovalResult;

    /// <summary>The decision was not taken: a control stood against it.</summary>
    /// <param name="Reasons">Why, in words; every reason at once.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : ApprovalResult;
}
