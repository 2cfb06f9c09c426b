using Comms.Core.Approval;
using Comms.Core.Approval.Kits;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Documents;
using Comms.Core.Ledger;
using Comms.Core.Planning;
using Xunit;
using static Comms.Core.Tests.Approval.ApprovalWorld;

namespace Comms.Core.Tests.Approval.Kits;

public sealed class KitDeskTests
{
    private readonly ApprovalWorld _world = new(new ApprovalOptions { TellBy = ["colleagues"] });

    private KitDesk Kits => _world.Engine.Kits;

    [Fact]
    public async Task A_post_about_a_difficult_story_waits_until_everyone_who_comes_first_was_told()
    {
        var draft = await DraftAsync();
        Assert.Equal(["kit birth-centre: there is no such kit"], Refused(await _world.ApproveAsync(draft, Ros)));

        await PutAsync(SampleKit.Kit);
        Assert.Equal(
            ["kit birth-centre: the midwives not told yet", "kit birth-centre: the governors not told yet", "kit birth-centre: the MP not told yet"],
            Refused(await _world.ApproveAsync(draft, Ros)));
        Assert.Equal((PlanStep.Waiting, "its kit, birth-centre, is not ready"), await StandingAsync());

        await TellAsync("the midwives", "the governors", "the MP");
        Assert.Equal(PlanStep.Drafted, (await StandingAsync()).Step);
        Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(draft, Ros));
        Assert.Equal(
            ["sam draft", "sam keep-kit", "sam told-first", "sam told-first", "sam told-first", "ros approve"], await _world.ActsAsync());
    }

    [Fact]
    public async Task No_urgency_lifts_it()
    {
        await PutAsync(SampleKit.Kit with { Lines = [] });

        var reasons = Refused(await _world.Engine.BreakGlass.ApproveAsync(await DraftAsync(), Duty, "it burns", Cancel));

        Assert.Contains("kit birth-centre: no line to take is written", reasons);
    }

    [Fact]
    public async Task What_is_not_written_stands_against_it()
    {
        var bare = new StoryKit { Id = "birth-centre", Title = "It closes", Questions = [new("Why?", " ")], Consultation = new() { From = new(2026, 12, 1), To = new(2026, 12, 1) } };

        Assert.Equal(
            [
                "no line to take is written", "“Why?” has no answer", "it does not say who is told first", "the consultation does not say what is proposed",
                "the consultation gives no facts", "the consultation does not say how to answer", "the consultation does not say where concerns go",
            ],
            (await PutAsync(bare)).Lacks);
        Assert.Contains("no question is foreseen", (await PutAsync(bare with { Questions = [] })).Lacks);
    }

    [Fact]
    public async Task Nobody_is_told_before_those_who_stand_before_them()
    {
        Assert.Equal("there is no kit birth-centre", await WhyNotAsync("the midwives"));
        await PutAsync(SampleKit.Kit);
        Assert.Equal("first tell the midwives", await WhyNotAsync("the governors"));
        Assert.StartsWith("the kit does not name “the press”", await WhyNotAsync("the press"), StringComparison.Ordinal);
        Assert.Equal("they cannot have been told later than now", await WhyNotAsync("the midwives", TimeSpan.FromMinutes(1)));

        await TellAsync("the midwives");
        Assert.Equal("the manager has told the midwives", await WhyNotAsync("the midwives"));
        Assert.Equal("they cannot have been told before the midwives", await WhyNotAsync("the governors", TimeSpan.FromMinutes(-1)));
        await TellAsync("the governors");
    }

    [Fact]
    public async Task Who_was_told_stays_told_when_the_kit_is_written_again()
    {
        await PutAsync(SampleKit.Kit);
        await TellAsync("the midwives", "the governors");

        var changed = await PutAsync(SampleKit.Kit with { ToldFirst = ["the staff", "the governors", "the MP"] });

        Assert.Equal("the governors", Assert.Single(changed.Told).Whom);
        Assert.Equal(["the staff not told yet", "the MP not told yet"], changed.Lacks);
        Assert.Equal(4, changed.Revision);
    }

    [Fact]
    public async Task A_kit_that_changes_while_it_is_looked_at_lets_nothing_through()
    {
        await PutAsync(SampleKit.Kit);
        await TellAsync("the midwives", "the governors", "the MP");
        var draft = await DraftAsync();
        var gate = new KitGate(_world.Ledger);
        var (reasons, unchanged) = await gate.AgainstAsync(draft, Cancel);
        Assert.Empty(reasons);

        await PutAsync(SampleKit.Kit with { ToldFirst = [.. SampleKit.Kit.ToldFirst, "the press"] });

        Assert.False((await _world.Ledger.CommitAsync(new LedgerBatch { Requires = unchanged }, Cancel)).Committed);
    }

    [Fact]
    public async Task Only_who_writes_drafts_writes_kits()
    {
        Assert.Equal(["ros may not write kits"], Assert.IsType<KitResult.Refused>(await Kits.PutAsync(SampleKit.Kit, Ros, Cancel)).Reasons);
        Assert.Equal(["it has no id or no title"], Assert.IsType<KitResult.Refused>(await Kits.PutAsync(SampleKit.Kit with { Title = "" }, Sam, Cancel)).Reasons);
        await PutAsync(SampleKit.Kit);
        Assert.Equal(
            ["ros may not write kits"],
            Assert.IsType<KitResult.Refused>(await Kits.RecordToldAsync("birth-centre", "the midwives", "x", _world.Clock.GetUtcNow(), Ros, Cancel)).Reasons);
    }

    [Fact]
    public async Task It_is_shown_to_those_who_will_be_asked()
    {
        await PutAsync(SampleKit.Kit with { Questions = [.. SampleKit.Kit.Questions, new("Why?")] });
        await TellAsync("the midwives");

        var page = DocumentRenderer.Render(KitPage.ToDocument((await Kits.ListAsync(Cancel).SingleAsync(Cancel)), "Europe/London"), DocumentFormat.PlainText);

        string[] lines =
        [
            "Note: Not ready: “Why?” has no answer; the governors not told yet; the MP not told yet.",
            "1. the midwives: told by the manager, Mon 23 Nov 2026, 09:00",
            "2. the governors: not told yet",
            "- Nothing has been decided.",
            "No answer is written yet.",
            "Answers are taken from 1 December 2026 to 28 February 2027.",
            "The head of midwifery answers each within ten days.",
        ];
        Assert.All(lines, line => Assert.Contains(line, page, StringComparison.Ordinal));
    }

    private async Task<Draft> DraftAsync() => Assert.IsType<DraftResult.Added>(await _world.Engine.Authoring.AddAsync(
        new NewDraft { Text = "We ask you about the birth centre.", Accounts = ["town"], Kit = "birth-centre", WantedAt = _world.Clock.GetUtcNow().AddDays(2) }, Sam, Cancel)).Draft;

    private async Task<KitStanding> PutAsync(StoryKit kit) => Assert.IsType<KitResult.Kept>(await Kits.PutAsync(kit, Sam, Cancel)).Standing;

    private async Task TellAsync(params string[] whom)
    {
        foreach (var each in whom)
        {
            Assert.IsType<KitResult.Kept>(await Kits.RecordToldAsync("birth-centre", each, "the manager", _world.Clock.GetUtcNow(), Sam, Cancel));
        }
    }

    private async Task<string> WhyNotAsync(string whom, TimeSpan later = default) => Assert.Single(Assert.IsType<KitResult.Refused>(
        await Kits.RecordToldAsync("birth-centre", whom, "the manager", _world.Clock.GetUtcNow() + later, Sam, Cancel)).Reasons);

    private async Task<(PlanStep Step, string? Reason)> StandingAsync()
    {
        var item = Assert.Single(await _world.Engine.Planning.ItemsAsync(Cancel));
        return (item.Step, item.Reason);
    }
}
