using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Listening;
using Comms.Core.Replies;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>Whoever writes again in their thread goes on with their case.</summary>
public class CaseThreadTests
{
    private const string Again = "I also want to complain about the car park.";
    private static readonly Author Jo = new("@jo@a.example");
    private readonly CaseWorld _world = new(builder => builder.AddChannel(new InMemoryChannel("town")), source: "town");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_they_add_to_their_own_message_joins_its_case_and_can_be_split_from_it()
    {
        var first = await _world.HearAsync("1", CaseWorld.Complaint, Jo);
        var second = await HearAsync("2", CaseWorld.Request, Jo, answers: "1");
        Assert.Equal(first.Id, second.JoinedTo);
        var whole = await OneAsync(first.Id);
        Assert.Equal((string[])[.. first.Messages, .. second.Messages], whole.Messages);
        Assert.Contains(whole.Obligations, duty => duty.Duty.Rule == "foi-2000");
        Assert.Equal(
            ["open-case", "join-case"],
            await _world.Engine.Audit.ReadAsync(Cancel).Where(entry => entry.Actor == Actor.Engine.Id && entry.Subject == $"case/{first.Id}").Select(entry => entry.Act).ToArrayAsync(Cancel));
        Assert.Contains("they wrote again in their thread", Assert.Single(whole.Notes).Text, StringComparison.Ordinal);
        Assert.Equal([first.Id], await OpenAsync());

        Assert.IsType<CaseResult.Changed>(await _world.Engine.Cases.SplitAsync(second.Id, CaseWorld.Handler, Cancel));
        Assert.Equal(2, (await OpenAsync()).Length);
        Assert.DoesNotContain((await OneAsync(first.Id)).Obligations, duty => duty.Duty.Rule == "foi-2000");
    }

    [Fact]
    public async Task What_they_write_back_to_our_answer_takes_their_case_up_again()
    {
        var first = await _world.HearAsync("1", CaseWorld.Complaint, Jo);
        var receipt = await AnswerAsync(first);
        Assert.Equal(CaseState.Answered, (await OneAsync(first.Id)).State);
        await HearAsync("2", Again, new Author("@passer-by@b.example"), answers: receipt);
        Assert.Equal(CaseState.Answered, (await OneAsync(first.Id)).State);

        Assert.Equal(first.Id, (await HearAsync("3", Again, Jo, answers: receipt)).JoinedTo);
        var now = await OneAsync(first.Id);
        Assert.Equal((CaseState.Reopened, 2), (now.State, now.Messages.Count));
        Assert.Equal(2, (await OpenAsync()).Length);
    }

    [Fact]
    public async Task Another_persons_words_in_the_thread_are_a_matter_of_their_own()
    {
        await _world.HearAsync("1", CaseWorld.Complaint, Jo);
        Assert.Null((await HearAsync("2", Again, new Author("@lee@b.example"), answers: "1")).JoinedTo);
        Assert.Null((await HearAsync("3", Again, author: null, answers: "1")).JoinedTo);
    }

    [Fact]
    public async Task An_emergency_stands_by_itself() =>
        Assert.Null((await EndedAsync(_ => ValueTask.CompletedTask, "i cant do this anymore. taken all my tablets. sorry everyone")).JoinedTo);

    [Fact]
    public async Task After_a_case_is_closed_a_new_one_opens() =>
        Assert.Null((await EndedAsync(async id => await _world.Engine.Cases.CloseAsync(id, "they rang", CaseWorld.Handler, Cancel), Again, "When are you open, please?")).JoinedTo);

    [Fact]
    public async Task What_not_everyone_may_see_is_not_put_among_what_everyone_may() =>
        Assert.Null((await EndedAsync(async id => await _world.Engine.Cases.RestrictAsync(id, ["legal"], "a claim", CaseWorld.Handler, Cancel), Again)).JoinedTo);

    [Fact]
    public async Task In_a_thread_of_joined_cases_the_one_that_goes_on_gets_it()
    {
        var first = await _world.HearAsync("1", CaseWorld.Complaint, Jo);
        var other = await _world.HearAsync("x", "I want to complain about the soup.", new Author("@lee@b.example"));
        await _world.Engine.Cases.JoinAsync(first.Id, other.Id, CaseWorld.Handler, Cancel);
        Assert.Equal(other.Id, (await HearAsync("2", Again, Jo, answers: "1")).JoinedTo);
    }

    /// <returns>The case of what is said in a thread after something was done with its first case.</returns>
    private async Task<Case> EndedAsync(Func<string, ValueTask> act, string again, string first = CaseWorld.Complaint)
    {
        await act((await _world.HearAsync("1", first, Jo)).Id);
        return await HearAsync("2", again, Jo, answers: "1");
    }

    private async Task<Case> HearAsync(string id, string text, Author? author, string answers)
    {
        _world.Source.Add(new SourceEvent.Posted(new SourceItem { Id = id, Text = text, At = _world.Clock.GetUtcNow(), Author = author, InReplyTo = answers }));
        await _world.RunAsync();
        return await _world.OwnAsync(Message.KeyFor("town", id).Id);
    }

    /// <returns>The id of the answer where it stands.</returns>
    private async Task<string> AnswerAsync(Case open)
    {
        var draft = Assert.IsType<ReplyResult.Drafted>(await _world.Engine.Replies.DraftAsync(new NewReply { Case = open.Id, Text = "Thank you for telling us." }, CaseWorld.Handler, Cancel)).Draft;
        await _world.SendAsync(draft);
        return Assert.Single(await _world.Engine.Publishing.ListAsync(Cancel).ToListAsync(Cancel)).Receipt!.Id;
    }

    private async Task<Case> OneAsync(string id) => (await _world.Engine.Cases.FindAsync(id, Actor.Engine, Cancel))!;

    private async Task<string[]> OpenAsync() => [.. (await _world.Engine.Cases.ListOpenAsync(CaseWorld.Handler, dueBy: null, Cancel).ToListAsync(Cancel)).Select(one => one.Id)];
}
