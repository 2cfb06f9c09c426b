using Comms.Core.Cases;
using Comms.Core.Cases.Concerns;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using Xunit;

namespace Comms.Core.Tests.Cases.Concerns;

/// <summary>What people say goes to those who decide, with what bears it out.</summary>
public class ConcernDeskTests
{
    private const string Said = "there is no shelter at the shuttle stop";
    private const string Rain = "I want to make a formal complaint: my mum stood in the rain at the shuttle stop. Ring me on 01632 960123.";
    private readonly CaseWorld _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ConcernDesk Concerns => _world.Engine.Concerns;

    [Fact]
    public async Task A_concern_reaches_those_who_decide_with_the_words_and_without_who_wrote_them()
    {
        var one = await _world.HearAsync("1", Rain, new Author("@jo@a.example", "Jo Sample"));
        _world.Clock.Advance(TimeSpan.FromDays(2));
        var two = await _world.HearAsync("2", CaseWorld.Complaint);
        var concern = await PassAsync(one.Id, two.Id);

        var page = DocumentRenderer.Render(ConcernPage.ToDocument(await Concerns.EvidenceAsync(concern, Cancel), "Europe/London"), DocumentFormat.PlainText);
        Assert.Contains("For the estates manager, from pat, 25 November 2026.", page, StringComparison.Ordinal);
        Assert.Contains("2 cases and 2 messages of 23 to 25 November 2026.", page, StringComparison.Ordinal);
        Assert.Contains("stood in the rain at the shuttle stop. Ring me on [phone removed]", page, StringComparison.Ordinal);
        Assert.DoesNotContain("jo", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"passed on to the estates manager as a concern: {Said}", Assert.Single((await CaseAsync(one.Id)).Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_to_the_same_people_are_one_concern_that_grows()
    {
        var one = await _world.HearAsync("1", Rain);
        var first = await PassAsync(one.Id);
        var two = await _world.HearAsync("2", CaseWorld.Complaint);
        var second = await PassAsync(one.Id, two.Id);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal((string[])[one.Id, two.Id], second.Cases);
        Assert.Single((await CaseAsync(one.Id)).Notes);
        Assert.Single(await Concerns.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(4, await _world.Engine.Audit.ReadAsync(Cancel).CountAsync(entry => entry.Act == "pass-concern", Cancel));
    }

    [Fact]
    public async Task What_was_done_comes_back_to_its_cases_and_can_be_put_right()
    {
        var one = await _world.HearAsync("1", Rain);
        var concern = await PassAsync(one.Id);
        var now = _world.Clock.GetUtcNow();
        Assert.Equal(["it cannot have been decided later than now"], await RefusedAsync(concern.Id, Roof(now.AddHours(1))));
        await RecordAsync(concern.Id, Roof(now));
        var right = await RecordAsync(concern.Id, Roof(now) with { Did = "A shelter stands there from May." });

        Assert.Equal("A shelter stands there from May.", right.Outcome!.Did);
        Assert.Contains("what came of the concern: A shelter stands there", (await CaseAsync(one.Id)).Notes[^1].Text, StringComparison.Ordinal);
        Assert.Equal(["there is no concern nothing"], await RefusedAsync("nothing", Roof(now)));
    }

    [Fact]
    public async Task A_restricted_case_bears_nothing_out()
    {
        var one = await _world.HearAsync("1", Rain);
        var two = await _world.HearAsync("2", CaseWorld.Complaint);
        var lead = new Actor("lee", ["handler", "safeguarding-lead"]);
        await _world.Engine.Cases.RestrictAsync(two.Id, ["safeguarding-lead"], "a claim", lead, Cancel);
        Assert.Equal([$"there is no case {two.Id}"], Refusal(await PassAsync(CaseWorld.Handler, two.Id)));
        Assert.Equal([$"{two.Id} is restricted: its words go no further"], Refusal(await PassAsync(lead, two.Id)));

        var concern = await PassAsync(one.Id);
        await _world.Engine.Cases.RestrictAsync(one.Id, ["safeguarding-lead"], "a claim", lead, Cancel);
        var evidence = await Concerns.EvidenceAsync(concern, Cancel);
        Assert.Empty(evidence.Voices);
        Assert.Equal(1, evidence.Restricted);
    }

    [Fact]
    public async Task What_its_source_deletes_is_counted_and_not_shown()
    {
        var one = await _world.HearAsync("1", Rain);
        var concern = await PassAsync(one.Id);
        _world.Source.Add(new SourceEvent.Deleted("1", _world.Clock.GetUtcNow()));
        await _world.RunAsync();

        var evidence = await Concerns.EvidenceAsync(concern, Cancel);
        Assert.Empty(evidence.Voices);
        Assert.Equal(1, evidence.Gone);
    }

    [Fact]
    public async Task Who_may_not_handle_cases_passes_nothing_on_and_blank_words_are_a_mistake()
    {
        var one = await _world.HearAsync("1", Rain);
        Assert.Equal(["sam may not handle cases"], Refusal(await PassAsync(new Actor("sam", ["author2"]), one.Id)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Concerns.PassAsync(new NewConcern { Said = " ", To = "x", Cases = [one.Id] }, CaseWorld.Handler, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Concerns.PassAsync(new NewConcern { Said = Said, To = "x", Cases = [] }, CaseWorld.Handler, Cancel));
    }

    [Fact]
    public async Task A_case_that_was_joined_is_named_by_the_one_that_goes_on()
    {
        var (one, two) = (await _world.HearAsync("1", Rain), await _world.HearAsync("2", CaseWorld.Complaint));
        await _world.Engine.Cases.JoinAsync(one.Id, two.Id, CaseWorld.Handler, Cancel);
        Assert.Equal([$"{one.Id} was joined to {two.Id}: name that"], Refusal(await PassAsync(CaseWorld.Handler, one.Id)));
        Assert.Equal(2, (await Concerns.EvidenceAsync(await PassAsync(two.Id), Cancel)).Voices.Count);
    }

    [Fact]
    public async Task A_persons_erasure_takes_their_name_out_of_a_concern()
    {
        var one = await _world.HearAsync("1", "When does the shuttle run, please?", new Author("@jo@a.example"));
        var named = Assert.IsType<ConcernResult.Kept>(await Concerns.PassAsync(
            new NewConcern { Said = "@jo@a.example says that the times are not up", To = "the estates manager", Cases = [one.Id] }, CaseWorld.Handler, Cancel)).Concern;
        var dpo = new Actor("di", ["data-protection"]);
        Assert.IsType<PersonResult<ErasureReport>.Given>(await _world.Engine.Persons.EraseAsync(new Person { Accounts = ["@jo@a.example"] }, dpo, Cancel));

        Assert.DoesNotContain("@jo", (await Concerns.FindAsync(named.Id, Cancel))!.Said, StringComparison.Ordinal);
    }

    private static ConcernOutcome Roof(DateTimeOffset at) => new() { Did = "The stop has a roof.", By = "the estates manager", At = at };

    private async Task<Concern> PassAsync(params string[] cases) => Assert.IsType<ConcernResult.Kept>(await PassAsync(CaseWorld.Handler, cases)).Concern;

    private ValueTask<ConcernResult> PassAsync(Actor by, params string[] cases) =>
        Concerns.PassAsync(new NewConcern { Said = Said, To = "the estates manager", Cases = cases }, by, Cancel);

    private async Task<Concern> RecordAsync(string id, ConcernOutcome outcome) =>
        Assert.IsType<ConcernResult.Kept>(await Concerns.RecordOutcomeAsync(id, outcome, CaseWorld.Handler, Cancel)).Concern;

    private async Task<IReadOnlyList<string>> RefusedAsync(string id, ConcernOutcome outcome) =>
        Refusal(await Concerns.RecordOutcomeAsync(id, outcome, CaseWorld.Handler, Cancel));

    private static IReadOnlyList<string> Refusal(ConcernResult result) => Assert.IsType<ConcernResult.Refused>(result).Reasons;

    private async Task<Case> CaseAsync(string id) => (await _world.Engine.Cases.FindAsync(id, Actor.Engine, Cancel))!;
}
