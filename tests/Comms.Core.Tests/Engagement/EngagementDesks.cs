using Comms.Core.Channels;
using Comms.Core.Governance;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class EngagementDesks
{
    private static readonly Actor Handler = new("ros", ["handler"]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_was_answered_in_a_case_scores_higher_than_who_wrote_the_same_and_was_not()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var source = new InMemorySource("inbox");
        var comms = new CommsBuilder().UseClock(clock).AddSource(source).Build();
        foreach (var (paper, at) in new[] { "@echo", "@herald", "@gazette", "@mail", "@post", "@star" }.SelectMany(paper => Enumerable.Range(0, 4).Select(at => (paper, at))))
        {
            source.Add(new SourceEvent.Posted(new SourceItem
            {
                Id = paper + at,
                Text = $"A complaint: the phones of ward {at} were dead all day, who answers for that?",
                At = clock.GetUtcNow().AddDays(-at - 1),
                Author = new Author(paper, Kind: "press"),
            }));
        }

        await comms.RunDueAsync(Cancel);
        var open = await comms.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel);
        var told = await comms.Triage.ListAsync(Cancel).Where(message => message.Author!.Handle == "@echo").Select(message => message.MessageId).ToHashSetAsync(cancellationToken: Cancel);
        Assert.Equal(24, open.Count);
        foreach (var one in open.Where(one => one.Messages.Any(told.Contains)))
        {
            await comms.Cases.AnswerAsync(one.Id, "by e-mail", at: null, Handler, Cancel);
        }

        var board = await comms.Engagement.ScoreAsync(cancel: Cancel);
        var (echo, herald) = (board.Named.Single(score => score.Account == "@echo"), board.Named.Single(score => score.Account == "@herald"));
        Assert.True(echo.Total > herald.Total);
        Assert.True(Reciprocity(echo) > Reciprocity(herald));

        static double Reciprocity(Comms.Core.Engagement.AccountScore score) => score.Parts.Single(part => part.Name == "reciprocity").Value;
    }
}
