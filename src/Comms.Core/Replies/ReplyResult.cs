using Comms.Core.Authoring;

namespace Comms.Core.Replies;

/// <summary>What came of answering.</summary>
public abstract record ReplyResult
{
    private ReplyResult()
    {
    }

    /// <summary>A draft is kept, and goes the way of every post. <see cref="Draft.Faults"/> says what still stands against it.</summary>
    /// <param name="Draft">The draft.</param>
    public sealed record Drafted(Draft Draft) : ReplyResult;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Reasons">Why, in words; never empty.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : ReplyResult;

    internal static ReplyResult Of(DraftResult result) => result switch
    {
        DraftResult.Added added => new Drafted(added.Draft),
        DraftResult.Existing existing => new Drafted(existing.Draft),
        DraftResult.Refused refused => new Refused(refused.Reasons),
        _ => throw new InvalidOperationException($"{result} is no end of a draft."),
    };
}
