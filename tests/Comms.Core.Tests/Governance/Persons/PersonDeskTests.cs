using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Feeds;
using Comms.Core.Triage.Corrections;
using Xunit;

namespace Comms.Core.Tests.Governance.Persons;

public class PersonDeskTests
{
    private readonly PersonWorld _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_any_record_or_in_the_audit_which_still_verifies()
    {
        await _world.HearAsync(PersonWorld.Words);
        var id = (await MessagesAsync()).Single().Id;
        await _world.Engine.Feed.DecideAsync(id, new FeedDecision { Verdict = FeedVerdict.Hold, Why = "asked @jo@a.example first" }, PersonWorld.Writer, Cancel);
        await _world.Engine.Corrections.AddAsync(new NewCorrection { MessageId = id, Heading = Core.Triage.Corrections.Heading.Theme, Label = "Parking", Holds = true }, PersonWorld.Writer, Cancel);
        Assert.True(await _world.HasAsync("jo@a.example"));

        var report = await _world.EraseAsync();

        Assert.Equal((true, 0), (report.Done, report.Kept.Count));
        Assert.All(["message", "triage", "feed"], kind => Assert.Contains(report.Erased, item => item.Kind == kind));
        Assert.False(await _world.HasAsync("porter"));
        Assert.False(await _world.HasAsync("jo@a.example"));
        Assert.False(await _world.HasAsync("Jo Sample"));
        var verdict = await _world.Engine.Audit.VerifyAsync(Cancel);
        Assert.True(verdict.Intact && verdict.Erased > 0);
        await _world.Engine.RunDueAsync(Cancel);
        Assert.False(await _world.HasAsync("porter"));
    }

    [Fact]
    public async Task A_trial_says_the_same_and_changes_nothing()
    {
        await _world.HearAsync(PersonWorld.Words);
        await _world.HearAsync(PersonWorld.Complaint);
        var trial = await _world.TryAsync();

        Assert.True(await _world.HasAsync("porter"));
        var report = await _world.EraseAsync();
        Assert.Equal(trial.Erased, report.Erased);
        Assert.Equal(trial.Kept, report.Kept);
    }

    [Fact]
    public async Task Amid_an_open_complaint_the_words_stay_in_a_restricted_copy_until_the_case_is_closed()
    {
        await _world.HearAsync(PersonWorld.Complaint);
        var report = await _world.EraseAsync();

        var kept = Assert.Single(report.Kept);
        var open = (await CasesAsync()).Single();
        Assert.Equal((open.Id, open.Team, open.Due), (kept.Case, kept.Owner, kept.ReviewOn));
        Assert.NotEmpty(open.Obligations);
        Assert.False(await _world.HasAsync("cold soup", besides: "restricted"));
        Assert.True(await _world.HasAsync("cold soup"));
        Assert.Equal(kept, Assert.Single((await _world.EraseAsync()).Kept));

        foreach (var act in new[] { "acknowledge", "answer" })
        {
            await (act == "answer"
                ? _world.Engine.Cases.AnswerAsync(open.Id, "by letter", null, PersonWorld.Writer, Cancel)
                : _world.Engine.Cases.AcknowledgeAsync(open.Id, "by letter", null, PersonWorld.Writer, Cancel));
        }

        Assert.IsType<Core.Cases.CaseResult.Changed>(await _world.Engine.Cases.CloseAsync(open.Id, "done", PersonWorld.Writer, Cancel));
        Assert.Contains((await _world.EraseAsync()).Erased, item => item.Kind == "restricted");
        Assert.False(await _world.HasAsync("cold soup"));
    }

    [Fact]
    public async Task What_nobody_has_looked_at_yet_is_looked_at_before_it_is_erased()
    {
        await _world.HearAsync("I do not want to live any more", isLookedAt: false);
        Assert.Empty(await CasesAsync());
        await _world.EraseAsync();

        Assert.True(Assert.Single(await CasesAsync()) is { IsOpen: true, Urgency: > Core.Triage.Urgency.Routine });
    }

    [Fact]
    public async Task Erased_words_do_not_come_back_with_the_next_import_and_new_ones_are_heard()
    {
        await _world.HearAsync(PersonWorld.Words);
        await _world.EraseAsync();

        await _world.HearAsync(PersonWorld.Words);
        await _world.HearAsync(PersonWorld.Words, new Author("@someone@else.example"));
        await _world.HearAsync(PersonWorld.Words, at: PersonWorld.Start.AddMinutes(1));
        Assert.False(await _world.HasAsync("porter"));

        _world.Time.Advance(TimeSpan.FromDays(2));
        await _world.HearAsync(PersonWorld.Words, at: _world.Time.GetUtcNow());
        Assert.True(await _world.HasAsync("porter"));
    }

    [Fact]
    public async Task Twice_is_as_once_and_adds_nothing_to_the_audit()
    {
        await _world.HearAsync(PersonWorld.Words);
        await _world.EraseAsync();
        var links = (await _world.Engine.Audit.VerifyAsync(Cancel)).Links;

        Assert.Empty((await _world.EraseAsync()).Erased);
        Assert.Equal(links, (await _world.Engine.Audit.VerifyAsync(Cancel)).Links);
    }

    [Fact]
    public async Task An_edition_keeps_its_id_says_that_it_was_amended_and_shows_the_words_no_more()
    {
        await _world.HearAsync(PersonWorld.Words);
        await _world.HearAsync("Nowhere to park at all again", new Author("@other@b.example", "Other Person"));
        var request = RoundUpRequest.ForWeek("comms", "Communications", new IsoWeek(2026, 48), "Europe/London") with { Policy = "seed" };
        var made = Assert.IsType<RoundUpResult.Composed>(await _world.Engine.RoundUps.ComposeAsync(request, cancel: Cancel)).Edition;
        Assert.Contains("porter", Text(made), StringComparison.Ordinal);

        await _world.EraseAsync();

        var amended = (await _world.Engine.RoundUps.FindAsync(made.Id, Cancel))!;
        Assert.Equal(made.Id, amended.Id);
        Assert.NotEqual(made.Hash, amended.Hash);
        Assert.Equal(_world.Time.GetUtcNow(), Assert.Single(amended.Amendments).At);
        Assert.DoesNotContain("porter", Text(amended), StringComparison.Ordinal);
        Assert.DoesNotContain("Jo Sample", Text(amended), StringComparison.Ordinal);
        Assert.Contains("Nowhere to park", Text(amended), StringComparison.Ordinal);
        Assert.Contains("amended", Text(amended), StringComparison.Ordinal);
        Assert.False(await _world.HasAsync("porter"));
    }

    [Fact]
    public async Task An_answer_of_ours_that_is_out_loses_its_words_and_its_frozen_bytes_and_stays_published()
    {
        var post = await AnswerAsync("Thank you @jo@a.example, the porter will hear of it");
        await _world.Engine.RunDueAsync(Cancel);
        Assert.Single(_world.Channel.Posts);

        Assert.Contains((await _world.EraseAsync()).Erased, item => item == new ErasedItem("post", post));

        Assert.False(await _world.HasAsync("porter"));
        Assert.False(await _world.HasAsync("jo@a.example"));
        var delivery = Assert.Single(await _world.Engine.Publishing.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal((Core.Publishing.DeliveryState.Published, "[removed at a person's request]"), (delivery.State, delivery.Rendition.Text));
        Assert.NotNull(await _world.Engine.Approval.FindAsync(post, Cancel));
        await _world.Engine.RunDueAsync(Cancel);
        Assert.Single(_world.Channel.Posts);
    }

    [Fact]
    public async Task An_answer_that_may_still_go_out_is_kept_for_a_person_to_decide()
    {
        var post = await AnswerAsync("Thank you @jo@a.example, the porter will hear of it");

        Assert.Contains((await _world.EraseAsync()).Kept, kept => kept is { Kind: "post", Case: null } && kept.Id == post);
        await _world.Engine.RunDueAsync(Cancel);
        Assert.Equal("Thank you @jo@a.example, the porter will hear of it", Assert.Single(_world.Channel.Posts).Text);
        Assert.DoesNotContain((await _world.EraseAsync()).Kept, kept => kept.Kind == "post");
        Assert.False(await _world.HasAsync("porter"));
    }

    [Fact]
    public async Task A_draft_that_names_the_person_is_emptied_and_cannot_be_approved()
    {
        await _world.HearAsync(PersonWorld.Words);
        var added = Assert.IsType<Core.Authoring.DraftResult.Added>(await _world.Engine.Authoring.AddAsync(
            new Core.Authoring.NewDraft { Text = "Jo Sample wrote to us", Accounts = ["inbox"] }, PersonWorld.Writer, Cancel)).Draft;
        await _world.EraseAsync();

        var now = (await _world.Engine.Authoring.FindAsync(added.Id, Cancel))!;
        Assert.Equal("[removed at a person's request]", now.Text);
        Assert.IsType<Core.Approval.ApprovalResult.Refused>(await _world.Engine.Approval.ApproveAsync(now, PersonWorld.Approver, Cancel));
    }

    [Fact]
    public async Task A_read_round_up_that_quotes_the_person_keeps_its_number_and_its_link_and_says_so_no_more()
    {
        await _world.HearAsync(PersonWorld.Words);
        var item = new Core.RoundUps.Reads.ReadItem { Label = "A letter", Url = "https://a.example/letter", Quote = "So kind", Author = "Jo Sample" };
        await _world.Engine.Reads.FreezeAsync(new Core.RoundUps.Reads.ReadRequest { Series = "Reads", Items = [item] }, PersonWorld.Writer, Cancel);
        await _world.EraseAsync();

        var now = (await _world.Engine.Reads.FindAsync("Reads", 1, Cancel))!;
        Assert.Equal((item with { Quote = "[removed at a person's request]", Author = null }, 1), (now.Items[0], now.RemovedAt.Count));
    }

    [Fact]
    public async Task A_note_that_names_the_person_is_emptied_once_no_duty_keeps_it()
    {
        await _world.HearAsync("Can someone ring me about my appointment?");
        var open = (await CasesAsync()).Single();
        await _world.Engine.Cases.NoteAsync(open.Id, "Jo Sample rang twice", PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.CloseAsync(open.Id, "rang back", PersonWorld.Writer, Cancel);

        await _world.EraseAsync();
        Assert.Equal("[removed at a person's request]", (await CasesAsync()).Single().Notes.Single().Text);
    }

    [Fact]
    public async Task An_export_gives_all_that_is_held_and_masks_other_people()
    {
        await _world.HearAsync("Mrs Okafor and @friend@b.example were kind, my number is 07700 900123, says @jo@a.example");
        await _world.HearAsync("Someone else", new Author("@other@b.example"));
        var items = await _world.ExportAsync();

        var message = Assert.Single(items, item => item.Kind == "message");
        Assert.Equal("Mrs [name] and [account] were kind, my number is 07700 900123, says @jo@a.example", message.Text);
        Assert.Equal("@jo@a.example", message.Details["account"]);
        Assert.Contains(items, item => item.Kind == "triage" && item.Details.ContainsKey("sentiment"));
    }

    [Fact]
    public async Task Whoever_may_not_gets_nothing_and_changes_nothing()
    {
        await _world.HearAsync(PersonWorld.Words);

        Assert.IsType<PersonResult<ErasureReport>.Refused>(await _world.Engine.Persons.EraseAsync(PersonWorld.Whom, PersonWorld.Writer, Cancel));
        Assert.IsType<PersonResult<IReadOnlyList<HeldItem>>.Refused>(await _world.Engine.Persons.ExportAsync(PersonWorld.Whom, PersonWorld.Writer, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _world.Engine.Persons.EraseAsync(new Person { Accounts = [] }, PersonWorld.Officer, Cancel));
        Assert.True(await _world.HasAsync("porter"));
    }

    /// <summary>A reply to a message of the person's, approved and due in a moment.</summary>
    [Fact]
    public async Task A_page_that_is_out_loses_the_words_that_it_quoted()
    {
        var page = new Document { Title = "Your week", Blocks = [new MessageCard("The porter was so kind", PersonWorld.Jo.Handle)] };
        await _world.Engine.PublishAsync(_world.Time, Core.Authoring.NewDraft.Of(page, ["inbox"]));
        Assert.NotNull(Assert.Single(_world.Channel.Posts).Document);

        await _world.EraseAsync();

        Assert.False(await _world.HasAsync("porter"));
        Assert.False(await _world.HasAsync("jo@a.example"));
    }

    private async Task<string> AnswerAsync(string words)
    {
        await _world.HearAsync("Can someone ring me about my appointment?");
        var draft = Assert.IsType<Core.Replies.ReplyResult.Drafted>(await _world.Engine.Replies.DraftAsync(
            new Core.Replies.NewReply { Case = (await CasesAsync()).Single().Id, Text = words }, PersonWorld.Writer, Cancel)).Draft;
        var approved = Assert.IsType<Core.Approval.ApprovalResult.Approved>(await _world.Engine.Approval.ApproveAsync(draft, PersonWorld.Approver, Cancel)).Post;
        var when = new Core.Scheduling.ScheduleRequest { Instant = _world.Time.GetUtcNow().AddMinutes(1) };
        await _world.Engine.Publishing.AcceptAsync(
            Assert.IsType<Core.Scheduling.ScheduleResult.Scheduled>(_world.Engine.Scheduling.Schedule(approved, when, PersonWorld.Approver)).Post, Cancel);
        _world.Time.Advance(TimeSpan.FromMinutes(2));
        return draft.Id;
    }

    private static string Text(Edition edition) => DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText);

    private Task<List<Core.Listening.Message>> MessagesAsync() => _world.Engine.Listening.ListAsync(Cancel).ToListAsync(Cancel).AsTask();

    private Task<List<Core.Cases.Case>> CasesAsync() => _world.Engine.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel).AsTask();
}
