using Comms.Core.Approval;
using Comms.Core.Approval.Kits;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Planning;
using Comms.Core.Tests.Publishing;
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
        Assert.Equal("the kit does not name “the press”; it names the midwives, the governors, the MP", await WhyNotAsync("the press"));
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
            "Kit for a difficult story", "The birth centre may close at night",
            "Note: Not ready: “Why?” has no answer; the governors not told yet; the MP not told yet.",
            "Who is told first", "1. the midwives: told by the manager, Mon 23 Nov 2026, 09:00", "2. the governors: not told yet", "3. the MP: not told yet",
            "Lines to take", "- Nothing has been decided.",
            "Questions and answers", "Where will I give birth?", "Wherever you have booked.", "Why?", "No answer is written yet.",
            "The consultation", "Answers are taken from 1 December 2026 to 28 February 2027.", "The centre opens from 7am to 9pm.",
            "The facts", "- One birth in ten is at night.", "How to answer", "- Write to us.", "- Come to the library.",
            "Where concerns go", "The head of midwifery answers each within ten days.",
        ];
        Assert.Equal(lines, page.Split('\n').Where(line => line.Any(char.IsLetterOrDigit)).Select(line => line.Trim()));
    }

    [Fact]
    public async Task What_a_kit_lacks_has_no_heading_on_its_page()
    {
        await PutAsync(new StoryKit { Id = "k", Title = "It closes", Lines = ["Nothing is decided."], Consultation = new() { From = new(2026, 12, 1), To = new(2026, 12, 1) } });

        var blocks = KitPage.ToDocument((await Kits.FindAsync("k", Cancel))!, "Europe/London").Blocks;

        Assert.Equal(["Lines to take", "The consultation"], blocks.OfType<Heading>().Select(heading => heading.Text));
        Assert.Equal(["Answers are taken from 1 December 2026."], blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text.ToString()));
        Assert.Single(blocks.OfType<ListBlock>());
    }

    [Fact]
    public async Task A_page_of_a_kit_that_is_ready_says_so()
    {
        await PutAsync(SampleKit.Kit);
        await TellAsync("the midwives", "the governors", "the MP");

        var page = DocumentRenderer.Render(KitPage.ToDocument((await Kits.FindAsync("birth-centre", Cancel))!, "Europe/London"), DocumentFormat.PlainText);

        Assert.Contains("Note: Ready: everyone who comes first was told.", page, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => KitPage.ToDocument(null!, "Europe/London"));
    }

    [Fact]
    public async Task Blank_questions_and_blank_people_are_refused()
    {
        var blank = SampleKit.Kit with { Questions = [new(" ")], ToldFirst = [" "] };

        Assert.Equal(["a question is blank", "one of those who are told first is blank"], Assert.IsType<KitResult.Refused>(await Kits.PutAsync(blank, Sam, Cancel)).Reasons);
    }

    [Fact]
    public async Task A_kit_that_others_change_at_the_same_time_is_looked_at_again()
    {
        await PutAsync(SampleKit.Kit);
        var desk = new KitDesk(new Overtaken(_world.Ledger, () => PutAsync(SampleKit.Kit)), new RoleAuthorizer(), _world.Clock);

        Assert.Equal(["someone else changed it meanwhile: look at it again"], Assert.IsType<KitResult.Refused>(await desk.PutAsync(SampleKit.Kit, Sam, Cancel)).Reasons);
    }

    /// <summary>A ledger in which someone else is quicker.</summary>
    private sealed class Overtaken(ILedger inner, Func<Task> meanwhile) : LedgerDecorator(inner)
    {
        public override async ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel = default)
        {
            await meanwhile();
            return await base.CommitAsync(batch, cancel);
        }
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
