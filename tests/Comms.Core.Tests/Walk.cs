using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests;

/// <summary>Takes a text the whole way out, as people do.</summary>
internal static class Walk
{
    private static readonly Actor Author = new("sam", ["author"]);
    private static readonly Actor Publisher = new("ros", ["approver", "publisher"]);

    /// <summary>Drafts, approves and schedules it for the account <c>page</c>, and lets it go out; four minutes pass.</summary>
    public static Task PublishAsync(this CommsEngine comms, FakeTimeProvider clock, string text) =>
        comms.PublishAsync(clock, new NewDraft { Text = text, Accounts = ["page"] });

    /// <summary>The same for a draft of any kind.</summary>
    public static async Task PublishAsync(this CommsEngine comms, FakeTimeProvider clock, NewDraft written)
    {
        var cancel = TestContext.Current.CancellationToken;
        var draft = Assert.IsType<DraftResult.Added>(await comms.Authoring.AddAsync(written, Author, cancel)).Draft;
        var approved = Assert.IsType<ApprovalResult.Approved>(await comms.Approval.ApproveAsync(draft, Publisher, cancel)).Post;
        var request = new ScheduleRequest { Instant = clock.GetUtcNow().AddMinutes(1) };
        await comms.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(comms.Scheduling.Schedule(approved, request, Publisher)).Post, cancel);
        clock.Advance(TimeSpan.FromMinutes(2));
        await comms.RunDueAsync(cancel);
        clock.Advance(TimeSpan.FromMinutes(2));
    }
}
