using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Scheduling;

namespace Comms.Core.Benchmarks;

/// <summary>Drafts, approves and plans posts as people do.</summary>
internal static class PostPlan
{
    private static readonly Actor Author = new("author", ["author"]);
    private static readonly Actor Publisher = new("publisher", ["approver", "publisher"]);

    /// <exception cref="InvalidOperationException">It was not planned.</exception>
    public static async Task AddAsync(CommsEngine engine, string text, IReadOnlyList<string> accounts, DateTimeOffset at)
    {
        if (await engine.Authoring.AddAsync(new NewDraft { Text = text, Accounts = accounts }, Author) is not DraftResult.Added { Draft: var draft }
            || await engine.Approval.ApproveAsync(draft, Publisher) is not ApprovalResult.Approved { Post: var post }
            || engine.Scheduling.Schedule(post, new ScheduleRequest { Instant = at }, Publisher) is not ScheduleResult.Scheduled { Post: var scheduled }
            || !await engine.Publishing.AcceptAsync(scheduled))
        {
            throw new InvalidOperationException($"'{text}' was not planned.");
        }
    }
}
