using Comms.Core.Channels;
using Comms.Core.Governance;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Planning.Conversations;

/// <summary>What a team did, counted from the real ledger.</summary>
public class ConversationReaders
{
    private static readonly Actor Publisher = new("ros", ["approver", "publisher", "handler"]);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly InMemorySource source = new("inbox");
    private readonly CommsEngine comms;

    public ConversationReaders() =>
        comms = new CommsBuilder().UseClock(clock).AddChannel(new InMemoryChannel("page")).AddSource(source).Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asked_and_when_they_were_answered_comes_from_the_cases()
    {
        foreach (var at in Enumerable.Range(0, 3))
        {
            source.Add(new SourceEvent.Posted(new SourceItem { Id = $"{at}", Text = $"A complaint: nobody answered the phone of ward {at} all day", At = clock.GetUtcNow() }));
        }

        await comms.RunDueAsync(Cancel);
        var open = await comms.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel);
        clock.Advance(TimeSpan.FromHours(5));
        await comms.Cases.AcknowledgeAsync(open[0].Id, "by e-mail", at: null, Publisher, Cancel);
        clock.Advance(TimeSpan.FromHours(5));
        await comms.Cases.AnswerAsync(open[0].Id, "by e-mail", at: null, Publisher, Cancel);
        await comms.Cases.AnswerAsync(open[1].Id, "in person", clock.GetUtcNow().AddDays(-2), Publisher, Cancel);
        clock.Advance(TimeSpan.FromHours(1));

        var acts = await comms.Planning.ConversationsAsync(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow(), Cancel);
        Assert.Equal([0.0, 5.0, null], acts.Turns.Select(turn => (turn.Answered - turn.Asked)?.TotalHours).OrderBy(hours => hours ?? double.MaxValue));
        Assert.Empty((await comms.Planning.ConversationsAsync(clock.GetUtcNow(), clock.GetUtcNow().AddDays(1), Cancel)).Turns);
    }

    [Fact]
    public async Task A_post_that_stands_and_names_an_account_turned_to_others()
    {
        await comms.PublishAsync(clock, "Thank you @friends for the new garden");
        await comms.PublishAsync(clock, "The flu clinic opens at nine");
        var acts = await comms.Planning.ConversationsAsync(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow(), Cancel);
        Assert.Equal(1, acts.Begun);
    }
}
