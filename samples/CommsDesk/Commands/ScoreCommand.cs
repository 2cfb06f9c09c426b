using System.CommandLine;
using Comms.Core.Calendars;
using Comms.Core.Charts;
using Comms.Core.Engagement;
using Comms.Core.Engagement.Posts;
using Comms.Core.Scheduling;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms score</c>: who takes part, with the parts of each score; <c>posts</c> what came of the team's own, <c>times</c> at
/// which hours those did best, <c>campaign</c> how a hashtag spread. Private people are counted and not named.
/// </summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var format = DocumentFormats.Option();
        var topics = new Option<string[]>("--topic") { Description = "A theme that the team speaks of: who speaks of it too scores higher. As often as you like." };
        var chart = new Option<string?>("--chart") { Description = "File for the scores as a chart, an SVG.", HelpName = "F" };
        var command = new Command("score", "Who takes part: quality of conversation, not followers.") { format, topics, chart, Posts(), Times(), Campaign() };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var now = Zones.ToLocal(desk.Engine.Clock.GetUtcNow(), desk.Config.Zone);
            var interactions = await desk.Engine.Engagement.ReadAsync(cancel);
            var board = ScoreAudience.Part(EngagementScorer.Score(interactions, now, About(parsed.GetValue(topics) ?? [])));
            await DrawAsync(board, parsed.GetValue(chart), cancel);
            var report = EngagementReport.ToDocument(board, now);
            var returns = ReciprocityList.Of(interactions, now);
            report = returns.Count == 0 ? report : report with { Blocks = [.. report.Blocks, EngagementReport.ToTable(returns)] };
            await DocumentOutput.WriteAsync(report, DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task DrawAsync(ScoreBoard board, string? path, CancellationToken cancel)
    {
        if (path is null)
        {
            return;
        }

        if (board.Named.Count == 0)
        {
            await Console.Error.WriteLineAsync("comms: nobody may be named: there is no chart");
            return;
        }

        await File.WriteAllTextAsync(path, SvgChart.OfScores(board), cancel);
        await Console.Error.WriteLineAsync($"comms: wrote {Path.GetFullPath(path)}");
    }

    private static Command Posts()
    {
        var format = DocumentFormats.Option();
        var weeks = new Option<int>("--weeks") { Description = "How far back, 1 to 520.", DefaultValueFactory = _ => 26 };
        weeks.Between(1, 520);
        var command = new Command("posts", "What came of your posts, each against its own account, and what worked.") { format, weeks };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var report = await desk.Engine.Engagement.PostsAsync(parsed.GetValue(weeks), cancel);
            var now = Zones.ToLocal(desk.Engine.Clock.GetUtcNow(), desk.Config.Zone);
            await DocumentOutput.WriteAsync(PostPages.ToDocument(report, now), DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Times()
    {
        var format = DocumentFormats.Option();
        var command = new Command("times", "At which hours posts of each account did best, with how sure that is; of the last year.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var report = await desk.Engine.Engagement.PostsAsync(weeks: 52, cancel);
            var now = Zones.ToLocal(desk.Engine.Clock.GetUtcNow(), desk.Config.Zone);
            await DocumentOutput.WriteAsync(BestTimesPage.ToDocument(Hours(report, desk.Config.Zone), now), DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Dictionary<string, IReadOnlyList<HourScore>> Hours(PostReport report, string zone) => report.Posts
        .GroupBy(post => post.Post.Account, StringComparer.Ordinal)
        .ToDictionary(account => account.Key, account => BestTimes.Of([.. account.Select(post => new PastPost(post.Post.At, post.Responses))], zone));

    private static Command Campaign()
    {
        var format = DocumentFormats.Option();
        var hashtag = new Argument<string>("HASHTAG") { Description = "With its sign, as '#FluJabs'." };
        var command = new Command("campaign", "How a hashtag spread: who started, who carried it, what was printed.") { hashtag, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var spread = await desk.Engine.Engagement.SpreadAsync(NotBlank.Words(parsed.GetValue(hashtag), "the hashtag"), cancel);
            await DocumentOutput.WriteAsync(PostPages.ToDocument(spread), DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A tenth for the topics that were named, taken from quality.</summary>
    private static EngagementOptions About(string[] topics)
    {
        var usual = new EngagementOptions();
        return topics.Length == 0 ? usual : usual with { Topics = [.. topics.Distinct()], Topicality = 0.1, Quality = usual.Quality - 0.1 };
    }
}
