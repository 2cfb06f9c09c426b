using Comms.Core.Approval;
using Comms.Core.Authoring;

namespace Comms.Core.Reshares;

/// <summary>What came of passing something on.</summary>
public abstract record ReshareResult
{
    private ReshareResult()
    {
    }

    /// <summary>A draft is kept, and goes the way of every post.</summary>
    /// <param name="Draft">The draft. <see cref="Draft.Faults"/> says what still stands against it.</param>
    /// <param name="NotByRule">Why the rule for trusted bodies did not approve it; null where it was not asked to.</param>
    public sealed record Drafted(Draft Draft, string? NotByRule) : ReshareResult;

    /// <summary>The rule for trusted bodies approved it.</summary>
    /// <param name="Post">What was approved.</param>
    public sealed record Approved(ApprovedPost Post) : ReshareResult;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Reasons">Why, in words; never empty.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : ReshareResult;
}
