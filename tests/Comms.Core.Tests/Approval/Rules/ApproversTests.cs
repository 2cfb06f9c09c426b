using Comms.Core.Approval;
using Comms.Core.Approval.Rules;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Microsoft.Extensions.Options;
using Xunit;
using static Comms.Core.Tests.Approval.ApprovalWorld;

namespace Comms.Core.Tests.Approval.Rules;

public sealed class ApproversTests
{
    private static readonly ApprovalOptions Options = new()
    {
        Rules =
        [
            new ApprovalRule { Id = "two for a named patient", Mark = "named-patient", Approvers = 2 },
            new ApprovalRule { Id = "clinical claim", Words = ["is safe", "vaccine"], Role = "clinical" },
        ],
    };

    private readonly ApprovalWorld _world = new(Options);

    [Fact]
    public async Task What_no_rule_is_about_takes_one_who_did_not_write_it()
    {
        var approved = Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(await _world.DraftAsync("The clinic is open"), Ros));

        Assert.Equal(["ros"], approved.Post.Approvers);
    }

    [Fact]
    public async Task A_marked_draft_waits_for_the_second_approver_and_names_both()
    {
        var draft = await _world.DraftAsync("Jo's story, with her consent", "named-patient");

        Assert.Equal(["two for a named patient: 1 of 2 have approved it"], Assert.IsType<ApprovalResult.Awaits>(await _world.ApproveAsync(draft, Ros)).Missing);
        Assert.Null(await _world.Engine.Approval.FindAsync(draft.Id, Cancel));
        Assert.IsType<ApprovalResult.Awaits>(await _world.ApproveAsync(draft, Ros));
        var post = Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(draft, Ann)).Post;
        Assert.Equal(["ros", "ann"], post.Approvers);
        Assert.Equal("ann", post.ApprovedBy);
        Assert.Equal(["ros", "ann"], (await _world.Engine.Approval.FindAsync(draft.Id, Cancel))!.Approvers);
        Assert.Equal(["sam draft", "ros approve-in-part", "ann approve"], await _world.ActsAsync());
    }

    [Theory]
    [InlineData("The Vaccine arrives on Monday.", true)]
    [InlineData("It IS SAFE.", true)]
    [InlineData("It is safely stored.", false)]
    [InlineData("Vaccines arrive.", false)]
    public async Task Words_stand_whole_and_in_any_case(string text, bool waits)
    {
        var result = await _world.ApproveAsync(await _world.DraftAsync(text), Ros);

        Assert.Equal(waits, result is ApprovalResult.Awaits);
    }

    [Fact]
    public async Task Words_in_a_description_count_as_those_of_the_text()
    {
        var draft = Assert.IsType<Core.Authoring.DraftResult.Added>(await _world.Engine.Authoring.AddAsync(
            new Core.Authoring.NewDraft { Text = "Look", Accounts = ["town"], Media = [new MediaRef(new string('a', 64), "image/png", 4, "a vaccine")] }, Sam, Cancel)).Draft;

        Assert.IsType<ApprovalResult.Awaits>(await _world.ApproveAsync(draft, Ros));
    }

    [Fact]
    public async Task Someone_with_the_role_ends_it_alone_or_after_another()
    {
        var alone = await _world.DraftAsync("The vaccine arrives");
        Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(alone, Dee));

        var later = await _world.DraftAsync("The vaccine is here");
        Assert.Equal(["clinical claim: nobody with the role clinical has approved it"], Assert.IsType<ApprovalResult.Awaits>(await _world.ApproveAsync(later, Ros)).Missing);
        Assert.Equal(["ros", "dee"], Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(later, Dee)).Post.Approvers);
    }

    [Fact]
    public async Task Every_rule_that_applies_must_be_met()
    {
        var draft = await _world.DraftAsync("Jo and the vaccine", "named-patient");

        Assert.Equal(2, Assert.IsType<ApprovalResult.Awaits>(await _world.ApproveAsync(draft, Ros)).Missing.Count);
        Assert.Single(Assert.IsType<ApprovalResult.Awaits>(await _world.ApproveAsync(draft, Ann)).Missing);
        Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(draft, Dee));
    }

    [Fact]
    public async Task An_author_is_no_approver_of_their_own_however_many_are_asked_for()
    {
        var both = new Actor("both", ["author", "approver"]);
        var draft = await _world.DraftAsync("Jo's story", both, "named-patient");
        await _world.ApproveAsync(draft, Ros);

        Assert.Equal(["four eyes: both wrote it"], Refused(await _world.ApproveAsync(draft, both)));
    }

    [Fact]
    public async Task A_rejection_ends_what_waits_for_a_second_approver()
    {
        var draft = await _world.DraftAsync("Jo's story", "named-patient");
        await _world.ApproveAsync(draft, Ros);
        Assert.IsType<ApprovalResult.Rejected>(await _world.Engine.Approval.RejectAsync(draft, Ann, "not now", Cancel));

        Assert.Equal(["ann rejected it: not now"], Refused(await _world.ApproveAsync(draft, Dee)));
    }

    [Fact]
    public async Task A_damaged_count_lets_nothing_through()
    {
        var draft = await _world.DraftAsync("Jo's story", "named-patient");
        await _world.ApproveAsync(draft, Ros);
        await _world.DamageAsync(VotesRecord.Key(draft.Id));

        await Assert.ThrowsAsync<LedgerException>(async () => await _world.ApproveAsync(draft, Ann));
    }

    [Fact]
    public void Options_that_cannot_work_are_named_together()
    {
        var faults = Assert.Throws<OptionsValidationException>(() => _world.Host(new ApprovalOptions
        {
            Rules = [new ApprovalRule { Id = "idle" }, new ApprovalRule { Id = "many", Mark = "m", Approvers = 9 }, new ApprovalRule { Id = "many", Mark = "n" }],
            WaitAtMost = TimeSpan.FromSeconds(1),
        })).Failures;

        Assert.Equal(
            [
                "Approval: the rule 'idle' has neither a mark nor words, and applies to nothing",
                "Approval: the rule 'many' asks for 9 approvers; from 1 to 5",
                "Approval: there are 2 rules 'many'",
                "Approval.WaitAtMost is from a minute to 30 days",
                "Approval.WaitAtMost: TellBy names no account by which anyone is told",
            ],
            faults);
        TimeSpan[] waits = [TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)];
        Assert.All(waits, wait => Assert.Empty(new ApprovalOptions { TellBy = ["a"], WaitAtMost = wait }.Faults()));
        Assert.All(waits.Zip([-1, 1]), pair => Assert.Single(new ApprovalOptions { TellBy = ["a"], WaitAtMost = pair.First + TimeSpan.FromTicks(pair.Second) }.Faults()));
        Assert.All((int[])[1, 5], approvers => Assert.Empty(new ApprovalOptions { Rules = [new() { Id = "a", Mark = "m", Approvers = approvers }] }.Faults()));
        Assert.All((int[])[0, 6], approvers => Assert.Single(new ApprovalOptions { Rules = [new() { Id = "a", Mark = "m", Approvers = approvers }] }.Faults()));
        ApprovalRule[] blank = [new() { Id = " ", Mark = "m" }, new() { Id = "a", Words = [" "] }];
        Assert.All(blank, rule => Assert.Equal(["Approval: a rule has no id, or a blank word"], new ApprovalOptions { Rules = [rule] }.Faults()));
        Assert.Contains(
            "Approval.TellBy: there is no account 'nowhere'",
            Assert.Throws<OptionsValidationException>(() => _world.Host(new ApprovalOptions { TellBy = ["nowhere"] })).Failures);
    }
}
