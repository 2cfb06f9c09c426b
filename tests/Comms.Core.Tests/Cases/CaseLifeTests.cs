using Comms.Core.Cases;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Triage;
using Comms.Core.Triage.Corrections;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>What people do in a case, through the engine's front door.</summary>
public class CaseLifeTests
{
    private const string Request = CaseWorld.Request;
    private const string Complaint = CaseWorld.Complaint;
    private static readonly Actor Handler = new("pat", ["handler"]);
    private readonly CaseWorld _world = new(comms => comms.UsePolicy(TwoTeams()));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CaseDesk Cases => _world.Engine.Cases;

    [Fact]
    public async Task A_person_takes_it_acknowledges_answers_and_closes_it()
    {
        var id = await HearAsync("1", Request);

        Assert.Equal((CaseState.Owned, "sam"), Changed(await Cases.TakeAsync(id, "sam", Handler, Cancel), one => (one.State, one.Person)));
        Assert.Equal(CaseState.Acknowledged, Changed(await Cases.AcknowledgeAsync(id, "by e-mail", null, Handler, Cancel), one => one.State));
        Assert.Equal(CaseState.Answered, Changed(await Cases.AnswerAsync(id, "by letter", null, Handler, Cancel), one => one.State));
        var closed = Changed(await Cases.CloseAsync(id, "nothing more to do", Handler, Cancel), one => one);

        Assert.Equal(CaseState.Closed, closed.State);
        Assert.False(closed.IsOpen);
        Assert.Null(closed.Due);
        Assert.Equal(["acknowledge", "answer"], closed.Acts.Select(act => act.Name));
        string[] acts = [.. (await _world.Engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel)).Select(entry => entry.Act!)];
        Assert.Equal(["open-case", "own-case", "acknowledge-case", "answer-case", "close-case"], acts.Where(act => act.EndsWith("-case", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_the_act_that_the_rule_asks_for_ends_a_duty()
    {
        var id = await HearAsync("1", Request);
        var due = Assert.Single((await OneAsync(id)).Obligations);
        Assert.Equal("answer", due.Duty.Act);

        await Cases.AcknowledgeAsync(id, "by e-mail", null, Handler, Cancel);
        await Cases.HandOverAsync(id, "estates", null, "they run the car park", Handler, Cancel);
        Assert.Contains("answer by 22 December 2026", Refused(await Cases.CloseAsync(id, "done", Handler, Cancel)), StringComparison.Ordinal);
        Assert.Null(Assert.Single((await OneAsync(id)).Obligations).EndedBy);

        await Cases.AnswerAsync(id, "by letter", _world.Clock.GetUtcNow().AddHours(-1), Handler, Cancel);
        var ended = Assert.Single((await OneAsync(id)).Obligations).EndedBy!;
        Assert.Equal(("pat", "by letter", _world.Clock.GetUtcNow().AddHours(-1)), (ended.By, ended.How, ended.At));
    }

    [Fact]
    public async Task A_duty_is_overdue_from_the_day_after_its_last()
    {
        var duty = Assert.Single((await OneAsync(await HearAsync("1", Request))).Obligations);
        Assert.False(duty.IsOverdue(duty.Duty.Due));
        Assert.True(duty.IsOverdue(duty.Duty.Due.AddDays(1)));
        Assert.Equal([false, true, true, false], ((int[])[-8, -7, 0, 1]).Select(days => duty.IsDueSoon(duty.Duty.Due.AddDays(days))));
    }

    [Fact]
    public async Task An_act_cannot_be_later_than_now() =>
        Assert.Contains("later than now", Refused(await Cases.AnswerAsync(await HearAsync("1", Request), "x", _world.Clock.GetUtcNow().AddMinutes(1), Handler, Cancel)), StringComparison.Ordinal);

    [Fact]
    public async Task A_hand_over_tells_the_team_it_came_from_and_waits_for_a_person()
    {
        var id = await HearAsync("1", Request);
        await Cases.TakeAsync(id, "sam", Handler, Cancel);

        var moved = Changed(await Cases.HandOverAsync(id, "estates", null, "parking", Handler, Cancel), one => one);

        Assert.Equal(("estates", null, CaseState.New), (moved.Team, moved.Person, moved.State));
        Assert.Contains("comms", moved.AlsoTold);
    }

    [Fact]
    public async Task A_closed_case_is_reopened_by_a_person_or_by_new_words_that_ask_for_more()
    {
        var id = await HearAsync("1", "Is the water birth room open again? Nobody answers the phone.");
        await Cases.CloseAsync(id, "answered at the desk", Handler, Cancel);
        Assert.Contains("closed", Refused(await Cases.TakeAsync(id, "sam", Handler, Cancel)), StringComparison.Ordinal);

        Assert.Equal(CaseState.Reopened, Changed(await Cases.ReopenAsync(id, "they rang again", Handler, Cancel), one => one.State));
        Assert.Contains("not closed", Refused(await Cases.ReopenAsync(id, "again", Handler, Cancel)), StringComparison.Ordinal);
        await Cases.CloseAsync(id, "answered at the desk", Handler, Cancel);
        await HearAsync("1", Request);

        Assert.Equal(CaseState.Reopened, (await OneAsync(id)).State);
    }

    [Fact]
    public async Task A_correction_moves_the_case_and_a_later_hand_over_stands()
    {
        var id = await HearAsync("1", Request);
        await Cases.TakeAsync(id, "sam", Handler, Cancel);
        var message = Assert.Single((await OneAsync(id)).Messages);
        await _world.Engine.Corrections.AddAsync(new NewCorrection { MessageId = message, Heading = Heading.Team, Label = "estates" }, new Actor("kim", ["author"]), Cancel);
        await _world.RunAsync();

        var moved = await OneAsync(id);
        Assert.Equal(("estates", null, CaseState.New), (moved.Team, moved.Person, moved.State));
        Assert.Contains("comms", moved.AlsoTold);
        Assert.Single(moved.Obligations);

        await Cases.HandOverAsync(id, "comms", "sam", "estates has no answer", Handler, Cancel);
        await HearAsync("1", Request + " And last year?");
        Assert.Equal(("comms", "sam"), ((await OneAsync(id)).Team, (await OneAsync(id)).Person));
    }

    [Fact]
    public async Task Joined_cases_go_on_as_one_with_the_duties_of_both_and_split_as_they_stood()
    {
        var (first, second) = (await HearAsync("1", Request), await HearAsync("2", Complaint));
        var (before, other) = (await OneAsync(first), await OneAsync(second));

        var whole = Changed(await Cases.JoinAsync(second, first, Handler, Cancel), one => one);
        Assert.Equal([.. before.Messages, .. other.Messages], whole.Messages);
        Assert.Equal(before.Obligations.Concat(other.Obligations).Select(one => one.Key), whole.Obligations.Select(one => one.Key));
        Assert.Equal([second], whole.Joined);
        Assert.False((await OneAsync(second)).IsOpen);
        Assert.Contains("joined to " + first, Refused(await Cases.CloseAsync(second, "x", Handler, Cancel)), StringComparison.Ordinal);

        await Cases.AcknowledgeAsync(first, "by letter", null, Handler, Cancel);
        var apart = Changed(await Cases.SplitAsync(second, Handler, Cancel), one => one);
        var rest = await OneAsync(first);
        Assert.Equal(before.Messages, rest.Messages);
        Assert.Equal(before.Obligations.Select(one => one.Key), rest.Obligations.Select(one => one.Key));
        Assert.Equal(other.Obligations.Select(one => one.Key), apart.Obligations.Select(one => one.Key));
        Assert.Equal("by letter", apart.Obligations.First(one => one.Duty.Act == "acknowledge").EndedBy?.How);
        Assert.True(apart.IsOpen);
        Assert.Contains("joined to no other", Refused(await Cases.SplitAsync(second, Handler, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_words_of_a_joined_message_bring_their_duty_to_the_case_that_goes_on()
    {
        var (first, second) = (await HearAsync("1", Request), await HearAsync("2", "Is the water birth room open again?"));
        await Cases.JoinAsync(second, first, Handler, Cancel);
        await HearAsync("2", Complaint);

        Assert.Contains((await OneAsync(first)).Obligations, one => one.Duty.Act == "acknowledge");
        await Cases.SplitAsync(second, Handler, Cancel);
        Assert.DoesNotContain((await OneAsync(first)).Obligations, one => one.Duty.Act == "acknowledge");
        Assert.Contains((await OneAsync(second)).Obligations, one => one.Duty.Act == "acknowledge");
    }

    [Fact]
    public async Task A_correction_of_a_joined_message_does_not_move_the_case_that_goes_on()
    {
        var (first, second) = (await HearAsync("1", Request), await HearAsync("2", Complaint));
        var message = Assert.Single((await OneAsync(second)).Messages);
        await Cases.TakeAsync(first, "sam", Handler, Cancel);
        await Cases.JoinAsync(second, first, Handler, Cancel);
        await _world.Engine.Corrections.AddAsync(new NewCorrection { MessageId = message, Heading = Heading.Team, Label = "estates" }, new Actor("kim", ["author"]), Cancel);
        await _world.RunAsync();

        var whole = await OneAsync(first);
        Assert.Equal(("comms", "sam", CaseState.Owned), (whole.Team, whole.Person, whole.State));
        Assert.Equal(["estates"], whole.AlsoTold);
    }

    [Fact]
    public async Task What_is_not_allowed_is_refused_with_its_reason()
    {
        var id = await HearAsync("1", Request);
        Assert.Equal("robin may not handle cases", Refused(await Cases.TakeAsync(id, "sam", new Actor("robin", []), Cancel)));
        Assert.Equal("there is no case nowhere", Refused(await Cases.TakeAsync("nowhere", "sam", Handler, Cancel)));
        Assert.Contains("itself", Refused(await Cases.JoinAsync(id, id, Handler, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_stands_on_an_open_and_on_a_closed_case()
    {
        var id = await HearAsync("1", "Is the water birth room open again? Nobody answers the phone.");
        await Cases.CloseAsync(id, "answered", Handler, Cancel);
        Assert.Equal("they rang again", Assert.Single(Changed(await Cases.NoteAsync(id, "they rang again", Handler, Cancel), one => one.Notes)).Text);
    }

    [Fact]
    public async Task Two_joined_cases_whose_messages_change_at_once_both_tell_the_case_that_goes_on()
    {
        var (one, other, rest) = (await HearAsync("1", "A formal complaint: the lift in the north block is broken again."), await HearAsync("2", "A formal complaint: the car park machine eats coins."), await HearAsync("3", Complaint));
        await Cases.JoinAsync(one, rest, Handler, Cancel);
        await Cases.JoinAsync(other, rest, Handler, Cancel);
        foreach (var (id, text) in (IEnumerable<(string, string)>)[("1", "I have chest pain and nobody comes."), ("2", Request)])
        {
            _world.Say(id, text);
        }

        await _world.RunAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.RunAsync();

        var now = await OneAsync(rest);
        Assert.Contains(now.Obligations, duty => duty.Duty.Rule == "foi-2000");
        Assert.Equal(Urgency.Emergency, now.Urgency);
    }

    [Fact]
    public async Task A_case_stored_before_acts_and_notes_is_read()
    {
        var id = await HearAsync("1", Request);
        var key = new RecordKey("case", id);
        var stored = (await _world.Ledger.FindAsync(key, Cancel))!;
        const string Old = """{"messages":["m"],"team":"comms","alsoTold":[],"state":"New","openedAt":"2026-11-23T10:00:00+00:00","urgency":"Soon","priority":40,"flags":[],"because":["kind foi"],"obligations":[]}""";
        var old = StoredRecord.Seal("case", 1, System.Text.Json.JsonDocument.Parse(Old).RootElement, OldCase.Default.JsonElement);
        await _world.Ledger.CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = key, Expected = stored.Revision, Content = old }] }, Cancel);

        var read = await OneAsync(id);
        Assert.Equal(("comms", null, CaseState.New), (read.Team, read.Person, read.State));
        Assert.Empty(read.Acts);
    }

    private static TriagePolicy TwoTeams() => TriagePolicyReader.Read(
        """{ "version": 1, "name": "two", "desk": "comms", "teams": [ { "id": "comms", "name": "Comms" }, { "id": "estates", "name": "Estates" } ] }"""u8.ToArray()).Policy!;

    private static string Refused(CaseResult result) => string.Join("; ", Assert.IsType<CaseResult.Refused>(result).Reasons);

    private static T Changed<T>(CaseResult result, Func<Case, T> of) => of(Assert.IsType<CaseResult.Changed>(result).Case);

    private async Task<Case> OneAsync(string id) => (await Cases.FindAsync(id, Actor.Engine, Cancel))!;

    private async Task<string> HearAsync(string id, string text) => (await _world.HearAsync(id, text)).Id;
}

[System.Text.Json.Serialization.JsonSerializable(typeof(System.Text.Json.JsonElement))]
internal sealed partial class OldCase : System.Text.Json.Serialization.JsonSerializerContext;
