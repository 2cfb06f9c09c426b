using Comms.Core.Ledger;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>Whether a batch may be kept, by what was there before it. Pure.</summary>
internal static class Judging
{
    public static CommitResult Of(LedgerBatch batch, Ground ground)
    {
        foreach (var required in batch.Requires)
        {
            if (ground[required.Key].Revision != required.Revision)
            {
                return new CommitResult(CommitRefusal.Requirement, required.Key);
            }
        }

        foreach (var write in batch.Writes)
        {
            if (Of(write, ground[write.Key], ground.Now) is var refusal and not CommitRefusal.None)
            {
                return new CommitResult(refusal, write.Key);
            }
        }

        return CommitResult.Done;
    }

    private static CommitRefusal Of(LedgerWrite write, RecordState state, long now) =>
        state.Revision != write.Expected ? CommitRefusal.Conflict
        : write.Fence is { } fence && (state.Fence != fence || !(state.Until > now)) ? CommitRefusal.LeaseLost
        : CommitRefusal.None;
}
