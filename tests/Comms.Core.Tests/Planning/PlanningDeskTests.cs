using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Planning;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Planning;

public sealed class PlanningDeskTests
{
    private static readonly Actor Author = new("sam", ["author"]);
    private static readonly Actor Publisher = new("ros", ["approver", "publisher"]);
    private readonly FakeTimeProvider clock = new(Plans.MondayMorning);
    private readonly CommsEngine comms;

    public PlanningDeskTests() => comms = new CommsBuilder().UseClock(clock).AddChannel(new InMemoryChannel("page")).Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_is_followed_from_its_wish_to_its_publication()
    {
        var draft = await DraftAsync("Flu jabs today");
        Assert.Equal((PlanStep.Drafted, Plans.At(1, 9)), await StandingAsync());

        var approved = Assert.IsType<ApprovalResult.Approved>(await comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Post;
        Assert.Equal((PlanStep.Approved, Plans.At(1, 9)), await StandingAsync());

        var scheduled = Assert.IsType<ScheduleResult.Scheduled>(
            comms.Scheduling.Schedule(approved, new ScheduleRequest { Instant = Plans.At(1, 10) }, Publisher)).Post;
        await comms.Publishing.AcceptAsync(scheduled, Cancel);
        Assert.Equal((PlanStep.Scheduled, Plans.At(1, 10)), await StandingAsync());

        clock.SetUtcNow(Plans.At(1, 10));
        await comms.RunDueAsync(Cancel);
        Assert.Equal((PlanStep.Published, Plans.At(1, 10)), await StandingAsync());
    }

    [Fact]
    public async Task A_rejected_draft_waits_for_a_person()
    {
        await comms.Approval.RejectAsync(await DraftAsync("No"), Publisher, "not so", Cancel);

        Assert.Equal(PlanStep.Waiting, (await StandingAsync()).Step);
    }

    [Fact]
    public async Task A_draft_without_a_time_is_not_on_the_calendar()
    {
        await comms.Authoring.AddAsync(new NewDraft { Text = "Some day", Accounts = ["page"] }, Author, Cancel);

        Assert.Empty(await comms.Planning.ItemsAsync(Cancel));
    }

    [Fact]
    public async Task A_check_in_is_remembered_for_later_weeks_and_not_for_its_own()
    {
        await DraftAsync("Flu jabs today");
        var plan = Plans.Of([.. await comms.Planning.ItemsAsync(Cancel)]);
        Assert.True(await comms.Planning.RememberAsync(CheckIn.Of(plan, Plans.Monday, clock.GetUtcNow()), Publisher, Cancel));
        Assert.True(await comms.Planning.RememberAsync(CheckIn.Of(plan, Plans.Monday, clock.GetUtcNow()), Publisher, Cancel));

        Assert.Null(await comms.Planning.RecallAsync(Plans.Monday, Cancel));
        Assert.Equal("Flu jabs today", Assert.Single((await comms.Planning.RecallAsync(Plans.Monday.AddDays(7), Cancel))!).Title);
    }

    private async Task<Draft> DraftAsync(string text) => Assert.IsType<DraftResult.Added>(
        await comms.Authoring.AddAsync(new NewDraft { Text = text, Accounts = ["page"], WantedAt = Plans.At(1, 9) }, Author, Cancel)).Draft;

    private async Task<(PlanStep Step, DateTimeOffset At)> StandingAsync()
    {
        var item = Assert.Single(await comms.Planning.ItemsAsync(Cancel));
        return (item.Step, item.At);
    }
}
