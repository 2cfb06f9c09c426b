using Comms.Core.Approval.Confidentiality;

namespace Comms.Core.Approval;

/// <summary>What an approver's decision brought.</summary>
public abstract record ApprovalResult
{
    private ApprovalResult()
    {
    }

    /// <summary>Why it cannot go out as yet, in words; empty where nothing stands in the way.</summary>
    public IReadOnlyList<string> Against => this switch
    {
        Refused refused => refused.Reasons,
        Held held => [held.Reason],
        Awaits awaits => awaits.Missing,
        _ => [],
    };

    /// <summary>The draft is approved.</summary>
    /// <param name="Post">What was approved, to the byte.</param>
    public sealed record Approved(ApprovedPost Post) : ApprovalResult;

    /// <summary>The approval is kept, and the draft waits for others: a rule asks for more than one.</summary>
    /// <param name="Missing">What it waits for, in words.</param>
    public sealed record Awaits(IReadOnlyList<string> Missing) : ApprovalResult;

    /// <summary>
    /// Nothing else stands against it, but it tells of harm, and a family must hear first: it waits until someone with the
    /// permission has recorded that they were told (<see cref="ApprovalDesk.RecordToldAsync"/>). Then it is approved again.
    /// </summary>
    /// <param name="Reason">In words.</param>
    public sealed record Held(string Reason) : ApprovalResult;

    /// <summary>The draft is rejected.</summary>
    public sealed record Rejected : ApprovalResult;

    /// <summary>It is recorded what was found of a broken glass.</summary>
    public sealed record Reviewed : ApprovalResult;

    /// <summary>It is recorded that the family was told; the draft can be approved.</summary>
    /// <param name="Family">What was recorded.</param>
    public sealed record Told(FamilyTold Family) : ApprovalResult;

    /// <summary>The decision was not taken: a control stood against it.</summary>
    /// <param name="Reasons">Why, in words; every reason at once.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : ApprovalResult
    {
        /// <summary>The words that would break someone's confidence, in order; they are among the reasons. Empty when there are none.</summary>
        public IReadOnlyList<ConfidentialWords> Confidential { get; init; } = [];

        /// <summary>What could be said in their place, in the post's language where it is known; null when nothing is confidential.</summary>
        public string? NeutralWording { get; init; }
    }
}
