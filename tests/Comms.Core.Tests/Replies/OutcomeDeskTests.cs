using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Cases.Concerns;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Replies;
using Comms.Core.Tests.Cases;
using Xunit;

namespace Comms.Core.Tests.Replies;

/// <summary>“You said, we did”: what came of a concern is approved, and told to those who asked.</summary>
public class OutcomeDeskTests
{
    private const string Words = "You said: there is no shelter at the shuttle stop\n\nWe did: The stop has a roof.";
    private readonly InMemoryChannel _town = new("town");
    private readonly CaseWorld _world;

    public OutcomeDeskTests() => _world = new CaseWorld(builder => builder.AddChannel(_town), source: "town");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OutcomeDesk Outcomes => _world.Engine.Outcomes;

    [Fact]
    public async Task What_was_done_is_told_to_all_and_then_to_those_who_asked_in_the_same_words()
    {
        var one = await _world.HearAsync("1", CaseWorld.Complaint, new Author("@jo@a.example"));
        var concern = await DoneAsync(one.Id);
        Assert.Equal(["no post that tells it is approved yet"], Assert.IsType<TellingResult.Refused>(await Outcomes.TellAsync(concern, CaseWorld.Handler, Cancel)).Reasons);
        var post = await DraftAsync(concern);
        Assert.Equal(Words, post.Text);
        Assert.IsType<TellingResult.Refused>(await Outcomes.TellAsync(concern, CaseWorld.Handler, Cancel));
        await _world.ApproveAsync(post);

        var told = Assert.Single((await TellAsync(concern)).Drafts);
        Assert.Equal(Words, told.Text);
        Assert.Equal(told.Id, Assert.Single((await TellAsync(concern)).Drafts).Id);
        await _world.SendAsync(told);
        Assert.Equal("1", Assert.Single(_town.Posts).InReplyTo);
    }

    [Fact]
    public async Task Telling_it_ends_no_duty_and_opens_no_closed_case()
    {
        var one = await _world.HearAsync("1", CaseWorld.Request, new Author("@jo@a.example"));
        var two = await _world.HearAsync("2", "When does the shuttle run?", new Author("@lee@a.example"));
        await _world.Engine.Cases.CloseAsync(two.Id, "they rang", CaseWorld.Handler, Cancel);
        var concern = await DoneAsync(one.Id, two.Id);
        await _world.ApproveAsync(await DraftAsync(concern));
        foreach (var draft in (await TellAsync(concern)).Drafts)
        {
            await _world.SendAsync(draft);
        }

        var (asked, closed) = (await CaseAsync(one.Id), await CaseAsync(two.Id));
        Assert.All([asked, closed], each => Assert.Contains("told what came of it by a reply on town", each.Notes[^1].Text, StringComparison.Ordinal));
        Assert.Empty(asked.Acts);
        Assert.Null(Assert.Single(asked.Obligations).EndedBy);
        Assert.Equal(CaseState.Closed, closed.State);
    }

    [Fact]
    public async Task Who_wrote_in_Welsh_is_told_in_Welsh_or_by_hand()
    {
        var welsh = await _world.HearAsync("1", "Hoffwn wneud cwyn ffurfiol am y gwasanaeth yn yr ysbyty ddoe, roedd yn ofnadwy.", new Author("@mair@a.example"));
        var concern = await DoneAsync(welsh.Id);
        await _world.ApproveAsync(await DraftAsync(concern));
        var byHand = Assert.Single((await TellAsync(concern)).ByHand);
        Assert.Equal((welsh.Id, "it was written in Welsh: answer in Welsh"), (byHand.Case, Assert.Single(byHand.Reasons)));

        Assert.Equal(
            ["there are no words in cy: write them"],
            Assert.IsType<ReplyResult.Refused>(await Outcomes.DraftAsync(new NewOutcomePost { Concern = concern, Accounts = ["town"], Language = "cy" }, CaseWorld.Handler, Cancel)).Reasons);
        await _world.ApproveAsync(await DraftAsync(concern, "Mae to uwchben yr arhosfan.", "cy"));
        Assert.Equal("Mae to uwchben yr arhosfan.", Assert.Single((await TellAsync(concern)).Drafts).Text);
    }

    [Fact]
    public async Task Of_a_post_in_two_languages_each_is_told_in_theirs()
    {
        var welsh = await _world.HearAsync("1", "Hoffwn wneud cwyn ffurfiol am y gwasanaeth yn yr ysbyty ddoe, roedd yn ofnadwy.", new Author("@mair@a.example"));
        var english = await _world.HearAsync("2", CaseWorld.Complaint, new Author("@jo@a.example"));
        var concern = await DoneAsync(welsh.Id, english.Id);
        var post = new NewOutcomePost { Concern = concern, Accounts = ["town"], Pair = new PairedText { Text = "Mae to uwchben yr arhosfan." } };
        await _world.ApproveAsync(Assert.IsType<ReplyResult.Drafted>(await Outcomes.DraftAsync(post, CaseWorld.Handler, Cancel)).Draft);

        Assert.Equal(["Mae to uwchben yr arhosfan.", Words], (await TellAsync(concern)).Drafts.Select(draft => draft.Text));
    }

    [Fact]
    public async Task Once_a_draft_tells_it_the_outcome_stands()
    {
        var concern = await DoneAsync((await _world.HearAsync("1", CaseWorld.Complaint)).Id);
        var post = await DraftAsync(concern);
        var later = new ConcernOutcome { Did = "Nothing.", By = "the estates manager", At = _world.Clock.GetUtcNow() };
        Assert.Equal(
            [$"the draft {post.Id} tells already what came of it"],
            Assert.IsType<ConcernResult.Refused>(await _world.Engine.Concerns.RecordOutcomeAsync(concern, later, CaseWorld.Handler, Cancel)).Reasons);
        Assert.Empty(await Outcomes.ListApprovedAsync(Cancel).ToListAsync(Cancel));

        await _world.ApproveAsync(post);
        Assert.Equal(concern, Assert.Single(await Outcomes.ListApprovedAsync(Cancel).ToListAsync(Cancel)).Concern.Id);
    }

    [Fact]
    public async Task Nothing_is_told_before_something_was_done_or_by_who_may_not()
    {
        var open = await _world.HearAsync("1", CaseWorld.Complaint);
        var concern = Assert.IsType<ConcernResult.Kept>(await _world.Engine.Concerns.PassAsync(Shelter(open.Id), CaseWorld.Handler, Cancel)).Concern.Id;
        var post = new NewOutcomePost { Concern = concern, Accounts = ["town"] };
        Assert.Equal(["nothing has come of it yet: record that first"], Assert.IsType<ReplyResult.Refused>(await Outcomes.DraftAsync(post, CaseWorld.Handler, Cancel)).Reasons);
        Assert.Equal(["there is no concern x"], Assert.IsType<ReplyResult.Refused>(await Outcomes.DraftAsync(post with { Concern = "x" }, CaseWorld.Handler, Cancel)).Reasons);
        Assert.Equal(["sam may not answer in cases"], Assert.IsType<TellingResult.Refused>(await Outcomes.TellAsync(concern, new Actor("sam", ["author2"]), Cancel)).Reasons);
    }

    private static NewConcern Shelter(params string[] cases) => new() { Said = "there is no shelter at the shuttle stop", To = "the estates manager", Cases = cases };

    /// <returns>The concern's id.</returns>
    private async Task<string> DoneAsync(params string[] cases)
    {
        var concern = Assert.IsType<ConcernResult.Kept>(await _world.Engine.Concerns.PassAsync(Shelter(cases), CaseWorld.Handler, Cancel)).Concern.Id;
        var outcome = new ConcernOutcome { Did = "The stop has a roof.", By = "the estates manager", At = _world.Clock.GetUtcNow() };
        Assert.IsType<ConcernResult.Kept>(await _world.Engine.Concerns.RecordOutcomeAsync(concern, outcome, CaseWorld.Handler, Cancel));
        return concern;
    }

    private async Task<Draft> DraftAsync(string concern, string? text = null, string language = "en") => Assert.IsType<ReplyResult.Drafted>(await Outcomes.DraftAsync(
        new NewOutcomePost { Concern = concern, Accounts = ["town"], Text = text, Language = language }, CaseWorld.Handler, Cancel)).Draft;

    private async Task<TellingReport> TellAsync(string concern) => Assert.IsType<TellingResult.Drafted>(await Outcomes.TellAsync(concern, CaseWorld.Handler, Cancel)).Report;

    private async Task<Case> CaseAsync(string id) => (await _world.Engine.Cases.FindAsync(id, Actor.Engine, Cancel))!;
}
