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
        Assert.Equal(TimeSpan.FromDays(2.5), echo.MedianAnswer);
        Assert.Null(herald.MedianAnswer);

        static double Reciprocity(Comms.Core.Engagement.AccountScore score) => score.Parts.Single(part => part.Name == "reciprocity").Value;
    }

    [Fact]
    public async Task A_comment_below_somebodys_words_turns_to_them_and_one_below_the_teams_turns_to_the_team()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var source = new InMemorySource("page");
        var comms = new CommsBuilder().UseClock(clock).AddSource(source).Build();
        Add("1", "@blogger", Act.Mention, below: null);
        Add("2", "@reader", Act.Comment, below: "1");
        Add("3", "@neighbour", Act.Reply, below: "a-post-of-the-team");

        await comms.RunDueAsync(Cancel);

        var towards = (await comms.Engagement.ReadAsync(Cancel)).ToDictionary(act => act.Account, act => act.Towards);
        Assert.Equal("@blogger", towards["@reader"]);
        Assert.Null(towards["@blogger"]);
        Assert.Null(towards["@neighbour"]);

        void Add(string id, string account, Act act, string? below) => source.Add(new SourceEvent.Posted(new SourceItem
        {
            Id = id,
            Text = "The new minor injuries unit, and how to find it.",
            At = clock.GetUtcNow().AddHours(-1),
            Act = act,
            InReplyTo = below,
            Author = new Author(account, Kind: "press"),
        }));
    }
}
