using Comms.Core.Cases;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.Replies;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using Comms.Core.RoundUps.Feeds;
using Microsoft.Extensions.Options;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>Who sees a restricted case, and where its messages are not shown.</summary>
public class CaseAccessTests
{
    private const string Worry = "The little boy next door has bruises all over his arms and is always hungry.";
    private const string Complaint = CaseWorld.Complaint;
    private static readonly Actor Pat = CaseWorld.Handler;
    private static readonly Actor Lead = new("lee", ["handler", "safeguarding-lead"]);
    private static readonly Actor Moderator = new("mo", ["moderator"]);
    private readonly CaseWorld _world = new(comms => comms.Configure(options => options with
    {
        CaseRestrictions = [new CaseRestriction { Flags = ["safeguarding-child"], Roles = ["safeguarding-lead"] }],
    }));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CaseDesk Cases => _world.Engine.Cases;

    [Fact]
    public async Task A_case_with_a_flag_of_a_restriction_is_seen_only_by_its_roles_from_the_start()
    {
        var secret = await _world.HearAsync("1", Worry);
        var open = await _world.HearAsync("2", Complaint);

        Assert.Equal(["safeguarding-lead"], secret.RestrictedTo);
        Assert.Empty(open.RestrictedTo);
        Assert.Equal([open.Id], await IdsAsync(Pat));
        Assert.Equal([secret.Id, open.Id], await IdsAsync(Lead));
        Assert.Null(await Cases.FindAsync(secret.Id, Pat, Cancel));
        Assert.NotNull(await Cases.FindAsync(secret.Id, Lead, Cancel));
    }

    [Fact]
    public async Task Whoever_may_not_see_a_case_can_do_nothing_in_it_and_is_told_no_more_than_of_one_that_is_not_there()
    {
        var (secret, open) = (await _world.HearAsync("1", Worry), await _world.HearAsync("2", Complaint));
        var unseen = $"there is no case {secret.Id}";

        Assert.Equal(unseen, Refused(await Cases.TakeAsync(secret.Id, "pat", Pat, Cancel)));
        Assert.Equal(unseen, Refused(await Cases.JoinAsync(secret.Id, open.Id, Pat, Cancel)));
        Assert.Equal(unseen, Refused(await Cases.JoinAsync(open.Id, secret.Id, Pat, Cancel)));
        Assert.Equal(unseen, Refused(await Cases.LiftRestrictionAsync(secret.Id, "why not", Pat, Cancel)));
        var reply = await _world.Engine.Replies.DraftAsync(new NewReply { Case = secret.Id, Text = "Thank you." }, Pat, Cancel);
        Assert.Equal(unseen, Assert.Single(Assert.IsType<ReplyResult.Refused>(reply).Reasons));
        Assert.IsType<CaseResult.Changed>(await Cases.TakeAsync(secret.Id, "lee", Lead, Cancel));
    }

    [Fact]
    public async Task A_person_restricts_a_case_and_lifts_it_again_and_both_stand_in_the_audit()
    {
        var one = await _world.HearAsync("1", Complaint);

        Assert.Equal(["legal"], Changed(await Cases.RestrictAsync(one.Id, ["legal"], "a claim is likely", Pat, Cancel)).RestrictedTo);
        Assert.Empty(await IdsAsync(Pat));
        var legal = new Actor("lou", ["handler", "legal"]);
        Assert.Empty(Changed(await Cases.LiftRestrictionAsync(one.Id, "settled", legal, Cancel)).RestrictedTo);
        Assert.Equal([one.Id], await IdsAsync(Pat));
        Assert.Equal("it is not restricted", Refused(await Cases.LiftRestrictionAsync(one.Id, "again", Pat, Cancel)));
        var audit = await _world.Engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel);
        Assert.Contains(audit, entry => entry is { Act: "restrict-case", Actor: "pat", Detail: "to legal: a claim is likely" });
        Assert.Contains(audit, entry => entry is { Act: "lift-restriction", Actor: "lou", Detail: "settled" });
    }

    [Fact]
    public async Task A_person_who_is_called_engine_is_not_the_engine()
    {
        await _world.HearAsync("1", Worry);
        Assert.Empty(await IdsAsync(new Actor("engine", [])));
        Assert.Single(await IdsAsync(Actor.Engine));
    }

    [Fact]
    public async Task Cases_that_different_people_see_are_not_joined_and_joined_ones_stay_alike()
    {
        var (one, other) = (await _world.HearAsync("1", Complaint), await _world.HearAsync("2", Complaint + " It was dreadful."));
        await Cases.RestrictAsync(one.Id, ["safeguarding-lead"], "a child is named", Lead, Cancel);
        Assert.Contains("restricted otherwise", Refused(await Cases.JoinAsync(other.Id, one.Id, Lead, Cancel)), StringComparison.Ordinal);

        await Cases.LiftRestrictionAsync(one.Id, "to join", Lead, Cancel);
        Changed(await Cases.JoinAsync(other.Id, one.Id, Lead, Cancel));
        await Cases.RestrictAsync(one.Id, ["safeguarding-lead"], "a child is named", Lead, Cancel);
        Assert.Empty(await IdsAsync(Pat));
        Assert.Null(await _world.Engine.Feed.FindAsync(other.Messages[0], Cancel));
        Assert.Contains("restrict that", Refused(await Cases.RestrictAsync(other.Id, ["legal"], "x", Lead, Cancel)), StringComparison.Ordinal);
        Assert.Equal(["safeguarding-lead"], Changed(await Cases.SplitAsync(other.Id, Lead, Cancel)).RestrictedTo);
    }

    [Fact]
    public async Task A_restriction_that_was_lifted_does_not_come_back_with_the_flags_that_were_there()
    {
        var secret = await _world.HearAsync("1", Worry);
        await Cases.LiftRestrictionAsync(secret.Id, "a false alarm", Lead, Cancel);
        _world.Say("1", Worry + " Please look.");
        await _world.RunAsync();

        Assert.Empty(Assert.Single(await Cases.ListAsync(Pat, Cancel).ToListAsync(Cancel)).RestrictedTo);
    }

    [Fact]
    public async Task An_edit_that_brings_the_flag_restricts_the_case_of_a_message_that_had_none()
    {
        var one = await _world.HearAsync("1", Complaint);
        _world.Say("1", Complaint + " " + Worry);
        await _world.RunAsync();

        Assert.Null(await Cases.FindAsync(one.Id, Pat, Cancel));
        Assert.Equal(["safeguarding-lead"], (await Cases.FindAsync(one.Id, Lead, Cancel))!.RestrictedTo);
    }

    [Fact]
    public async Task No_edition_and_no_feed_tells_of_its_messages_but_that_there_are_some()
    {
        var secret = await _world.HearAsync("1", Worry);
        await _world.HearAsync("2", Complaint);
        _world.Clock.Advance(TimeSpan.FromDays(1));

        var team = new RoundUpRequest
        {
            Team = "comms",
            TeamName = "Communications",
            From = _world.Clock.GetUtcNow().AddDays(-2),
            To = _world.Clock.GetUtcNow(),
            Zone = "Europe/London",
            Enough = 1,
            Reviewed = secret.Messages.ToHashSet(),
        };
        foreach (var result in (RoundUpResult[])
            [
                await _world.Engine.RoundUps.ComposeAsync(team, cancel: Cancel),
                await _world.Engine.RoundUps.BriefAsync(new BriefingRequest { Day = new DateOnly(2026, 11, 23), Zone = "Europe/London", Reviewed = secret.Messages.ToHashSet() }, Cancel),
            ])
        {
            var text = DocumentRenderer.Render(Assert.IsType<RoundUpResult.Composed>(result).Edition.Document, DocumentFormat.PlainText);
            Assert.DoesNotContain("bruises", text, StringComparison.Ordinal);
            Assert.Contains("1 more message is in a restricted case", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await _world.Engine.Feed.ListAsync(Cancel).ToListAsync(Cancel), entry => entry.Id == secret.Messages[0]);
        Assert.Null(await _world.Engine.Feed.FindAsync(secret.Messages[0], Cancel));
        var decided = await _world.Engine.Feed.DecideAsync(secret.Messages[0], new FeedDecision { Verdict = FeedVerdict.Approve, Why = "kind" }, Moderator, Cancel);
        Assert.Equal("it is in a restricted case", Assert.Single(Assert.IsType<FeedResult.Refused>(decided).Reasons));
    }

    [Fact]
    public async Task What_the_feed_shows_is_gone_from_it_once_its_case_is_restricted()
    {
        var one = await _world.HearAsync("1", Complaint);
        Assert.IsType<FeedResult.Decided>(await _world.Engine.Feed.DecideAsync(one.Messages[0], new FeedDecision { Verdict = FeedVerdict.Approve, Why = "fair" }, Moderator, Cancel));
        Assert.Single((await _world.Engine.Feed.ReadAsync(Request, Cancel)).Document.Blocks.OfType<MessageCard>());
        await Cases.RestrictAsync(one.Id, ["legal"], "a claim is likely", Pat, Cancel);
        Assert.Empty((await _world.Engine.Feed.ReadAsync(Request, Cancel)).Document.Blocks.OfType<MessageCard>());
    }

    [Fact]
    public void A_restriction_without_a_flag_or_a_role_is_refused_before_anything_starts()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => new CommsBuilder()
            .Configure(options => options with { CaseRestrictions = [new CaseRestriction { Flags = [], Roles = ["x"] }, new CaseRestriction { Flags = ["crisis"], Roles = [] }] }).Build());
        Assert.Contains("names no flag", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nobody would see what is flagged crisis", fault.Message, StringComparison.Ordinal);
    }

    private static FeedRequest Request => new() { Title = "What people say" };

    private static string Refused(CaseResult result) => string.Join("; ", Assert.IsType<CaseResult.Refused>(result).Reasons);

    private static Case Changed(CaseResult result) => Assert.IsType<CaseResult.Changed>(result).Case;

    private async Task<string[]> IdsAsync(Actor by) => [.. (await Cases.ListAsync(by, Cancel).ToListAsync(Cancel)).Select(one => one.Id)];
}
