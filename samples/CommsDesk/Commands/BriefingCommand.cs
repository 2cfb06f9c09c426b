using System.CommandLine;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using Comms.Core.Text;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary><c>comms briefing</c>: a day in five minutes, on stdout.</summary>
internal static class BriefingCommand
{
    private static readonly Option<string?> Day = new("--day") { Description = "The last day it covers, as 2026-11-26; without it, yesterday.", HelpName = "D" };

    private static readonly Option<int> Days = new("--days") { Description = "How many days it covers, as 3 on a Monday.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<string?> Team = new("--team") { Description = "Only what this team has a part in.", HelpName = "T" };

    private static readonly Option<int> Seconds = new("--seconds") { Description = "The longest it may take to read.", HelpName = "N", DefaultValueFactory = _ => 300 };

    private static readonly Option<int> Pace = new("--wpm")
    {
        Description = "The reader's speed in words a minute; 175 suits almost everyone.",
        HelpName = "N",
        DefaultValueFactory = _ => ReadingTime.WordsPerMinute,
    };

    private static readonly Option<string[]> To = PageDelivery.To();

    private static readonly Option<string> Format = DocumentFormats.Option();

    public static Command Create()
    {
        var command = new Command("briefing", "A day in five minutes: the counts against the usual, what must be known, what is worth most in the time left.")
        {
            Day, Days, Team, Seconds, Pace, To, Format, DocumentFormats.FeedUrl,
        };
        Days.Between(1, 366);
        Seconds.Between(180, 600);
        Pace.Between(100, 600);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var request = (await CaseFacts.ReadAsync(desk, cancel)).AddTo(Request(parsed, desk));
        switch (await desk.Engine.RoundUps.BriefAsync(request, cancel))
        {
            case RoundUpResult.Composed { Edition: var edition }:
                return await PageDelivery.DeliverAsync(parsed, desk, edition.Document, parsed.GetValue(To)!, DocumentFormats.Of(parsed.GetValue(Format)!), cancel);
            case RoundUpResult.Nothing nothing:
                await Console.Error.WriteLineAsync($"comms: {nothing.Reason}");
                return ExitCode.Done;
            default:
                throw new InvalidOperationException("A briefing has no other outcome.");
        }
    }

    /// <exception cref="ConfigException">There is no such team or day.</exception>
    private static BriefingRequest Request(ParseResult parsed, Desk desk)
    {
        return new BriefingRequest
        {
            Day = parsed.GetValue(Day) is { } day ? WeekArgument.Day(day) : WeekArgument.Today(desk).AddDays(-1),
            Days = parsed.GetValue(Days),
            Zone = desk.Config.Zone,
            Team = parsed.GetValue(Team) is { } team ? desk.Team(team).Id : null,
            Seconds = parsed.GetValue(Seconds),
            WordsPerMinute = parsed.GetValue(Pace),
            Policy = desk.Policy.Name,
        };
    }
}
