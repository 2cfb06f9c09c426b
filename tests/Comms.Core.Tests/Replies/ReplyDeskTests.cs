using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using Comms.Core.Listening;
using Comms.Core.Replies;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Replies;

/// <summary>From a case to an answer that stands, and back to the case.</summary>
public class ReplyDeskTests
{
    private static readonly Actor Writer = new("writer", ["author"]);
    private static readonly Actor Approver = new("approver", ["approver", "publisher"]);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly InMemoryChannel _town = new("town");
    private readonly InMemorySource _mentions = new("town");
    private readonly InMemorySource _letters = new("letters");
    private readonly CommsEngine _engine;

    public ReplyDeskTests() => _engine = new CommsBuilder().UseClock(_time).AddChannel(_town).AddSource(_mentions).AddSource(_letters).Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_stands_under_its_message_and_its_case_is_answered()
    {
        var open = await HearAsync(_mentions, "I wish to make a formal complaint about the soup");
        var draft = Assert.IsType<ReplyResult.Drafted>(await ReplyAsync(open, "Thank you for telling us.")).Draft;
        await SendAsync(draft);

        Assert.Equal("1", Assert.Single(_town.Posts).InReplyTo);
        var answered = (await _engine.Cases.FindAsync(open.Id, Actor.Engine, Cancel))!;
        Assert.Equal(CaseState.Answered, answered.State);
        Assert.Equal(("answer", "writer"), (answered.Acts[^1].Name, answered.Acts[^1].By));
        await _engine.RunDueAsync(Cancel);
        Assert.Equal(answered.Acts.Count, (await _engine.Cases.FindAsync(open.Id, Actor.Engine, Cancel))!.Acts.Count);
    }

    [Fact]
    public async Task Until_it_is_approved_and_out_nothing_is_answered()
    {
        var open = await HearAsync(_mentions, "When are you open?");
        Assert.IsType<ReplyResult.Drafted>(await ReplyAsync(open, "Until five."));
        await _engine.RunDueAsync(Cancel);

        Assert.Empty(_town.Posts);
        Assert.Empty((await _engine.Cases.FindAsync(open.Id, Actor.Engine, Cancel))!.Acts);
    }

    [Fact]
    public async Task The_same_reply_again_finds_the_first()
    {
        var open = await HearAsync(_mentions, "When are you open?");
        var first = Assert.IsType<ReplyResult.Drafted>(await ReplyAsync(open, "Until five."));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first.Draft.Id, Assert.IsType<ReplyResult.Drafted>(await ReplyAsync(open, "Until five.")).Draft.Id);
    }

    [Fact]
    public async Task One_that_is_taken_back_is_noted_and_answers_nothing()
    {
        var open = await HearAsync(_mentions, "When are you open?");
        var draft = Assert.IsType<ReplyResult.Drafted>(await ReplyAsync(open, "Until five.")).Draft;
        await AcceptAsync(draft);
        await foreach (var delivery in _engine.Publishing.ListAsync(Cancel))
        {
            Assert.True(await _engine.Publishing.WithdrawAsync(delivery, "wrong hours", Approver, Cancel));
        }

        await _engine.RunDueAsync(Cancel);
        var now = (await _engine.Cases.FindAsync(open.Id, Actor.Engine, Cancel))!;
        Assert.Empty(now.Acts);
        Assert.Contains("did not go out: withdrawn", Assert.Single(now.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_stands_after_its_case_was_closed_is_a_note()
    {
        var open = await HearAsync(_mentions, "When are you open?");
        var draft = Assert.IsType<ReplyResult.Drafted>(await ReplyAsync(open, "Until five.")).Draft;
        await AcceptAsync(draft);
        await _engine.Cases.CloseAsync(open.Id, "they rang", Writer, Cancel);
        await RunAsync();

        var now = (await _engine.Cases.FindAsync(open.Id, Actor.Engine, Cancel))!;
        Assert.Equal(CaseState.Closed, now.State);
        Assert.Contains("by a reply on town", Assert.Single(now.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused_with_its_reason()
    {
        var letter = await HearAsync(_letters, "When are you open?");
        await RefusesAsync(letter.Id, "it came by letters, where a post cannot answer: answer by hand, and record it");
        await RefusesAsync("nothing", "there is no case nothing");
        var mention = await HearAsync(_mentions, "When are you open, please?");
        Assert.Equal(["visitor may not answer in cases"], Assert.IsType<ReplyResult.Refused>(await ReplyAsync(mention, "x", new Actor("visitor", ["author2"]))).Reasons);
        await _engine.Cases.CloseAsync(mention.Id, "done", Writer, Cancel);
        await RefusesAsync(mention.Id, "it is closed: reopen it first");
        await _engine.Cases.ReopenAsync(mention.Id, "again", Writer, Cancel);
        _mentions.Add(new SourceEvent.Deleted("1", _time.GetUtcNow()));
        await _engine.RunDueAsync(Cancel);
        await RefusesAsync(mention.Id, "its source has deleted it: there is nothing left to answer there");
    }

    [Fact]
    public async Task A_reply_that_confirms_that_someone_is_a_patient_is_not_approved()
    {
        var open = await HearAsync(_mentions, "I wish to make a formal complaint about the soup");
        var draft = Assert.IsType<ReplyResult.Drafted>(await ReplyAsync(open, "Dear Jo, sorry about your stay with us. According to our records you were discharged.")).Draft;

        Assert.IsType<ApprovalResult.Refused>(await _engine.Approval.ApproveAsync(draft, Approver, Cancel));
    }

    [Fact]
    public async Task Where_each_reader_is_reached_apart_who_wrote_receives_it_and_nobody_else()
    {
        var letters = new LetterChannel(new InMemoryChannel("letters"));
        var engine = new CommsBuilder().UseClock(_time).AddChannel(letters).AddSource(_letters).Build();
        _letters.Add(new SourceEvent.Posted(new SourceItem { Id = "1", Text = "When are you open?", At = _time.GetUtcNow(), Author = new Author("jo@a.example") }));
        _letters.Add(new SourceEvent.Posted(new SourceItem { Id = "2", Text = "When are you closed?", At = _time.GetUtcNow() }));
        await engine.RunDueAsync(Cancel);
        var cases = await engine.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel);
        var drafts = new List<Draft>();
        foreach (var one in cases)
        {
            drafts.Add(Assert.IsType<ReplyResult.Drafted>(await engine.Replies.DraftAsync(new NewReply { Case = one.Id, Text = "Until five." }, Writer, Cancel)).Draft);
        }

        Assert.Equal(["letters: nobody knows who wrote what it answers"], drafts.Single(draft => draft.Renditions.Count == 0).Faults);
        var written = drafts.Single(draft => draft.Renditions.Count == 1);
        Assert.Equal("jo@a.example", written.Renditions[0].AnswerTo);
        var approved = Assert.IsType<ApprovalResult.Approved>(await engine.Approval.ApproveAsync(written, Approver, Cancel)).Post;
        var scheduled = Assert.IsType<ScheduleResult.Scheduled>(engine.Scheduling.Schedule(approved, new ScheduleRequest { Instant = _time.GetUtcNow().AddMinutes(1) }, Approver)).Post;
        await engine.Publishing.AcceptAsync(scheduled, Cancel);
        _time.Advance(TimeSpan.FromMinutes(2));
        await engine.RunDueAsync(Cancel);
        Assert.Equal(["jo@a.example"], letters.Reached);

        var dpo = new Actor("di", ["data-protection"]);
        Assert.IsType<PersonResult<ErasureReport>.Given>(await engine.Persons.EraseAsync(new Person { Accounts = ["jo@a.example"] }, dpo, Cancel));
        var delivery = Assert.Single(await engine.Publishing.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal((null, null), (delivery.Recipient, delivery.Rendition.AnswerTo));
        Assert.Equal(CaseState.Answered, (await engine.Cases.FindAsync(Case.KeyFor(Message.KeyFor("letters", "1").Id).Id, Actor.Engine, Cancel))!.State);
    }

    private async Task<Case> HearAsync(InMemorySource source, string text)
    {
        source.Add(new SourceEvent.Posted(new SourceItem { Id = "1", Text = text, At = _time.GetUtcNow(), Author = new Author("@jo@a.example") }));
        await _engine.RunDueAsync(Cancel);
        return (await _engine.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel))[^1];
    }

    private ValueTask<ReplyResult> ReplyAsync(Case open, string text, Actor? by = null) =>
        _engine.Replies.DraftAsync(new NewReply { Case = open.Id, Text = text }, by ?? Writer, Cancel);

    private async Task RefusesAsync(string id, string reason) =>
        Assert.Equal([reason], Assert.IsType<ReplyResult.Refused>(await _engine.Replies.DraftAsync(new NewReply { Case = id, Text = "Until five." }, Writer, Cancel)).Reasons);

    private async Task AcceptAsync(Draft draft)
    {
        var approved = Assert.IsType<ApprovalResult.Approved>(await _engine.Approval.ApproveAsync(draft, Approver, Cancel)).Post;
        var when = new ScheduleRequest { Instant = _time.GetUtcNow().AddMinutes(1) };
        await _engine.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(_engine.Scheduling.Schedule(approved, when, Approver)).Post, Cancel);
    }

    private async Task SendAsync(Draft draft)
    {
        await AcceptAsync(draft);
        await RunAsync();
    }

    private async Task RunAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(2));
        await _engine.RunDueAsync(Cancel);
        await _engine.RunDueAsync(Cancel);
    }
}
