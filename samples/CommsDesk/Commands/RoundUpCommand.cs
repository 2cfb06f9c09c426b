using System.CommandLine;
using Comms.Core.Documents;
using Comms.Core.RoundUps;

namespace CommsDesk.Commands;

/// <summary><c>comms roundup</c>: one team's week, on stdout.</summary>
internal static class RoundUpCommand
{
    public static Command Create()
    {
        var team = new Option<string>("--team") { Description = "The team's id in the policy.", Required = true, HelpName = "T" };
        var week = new Option<string?>("--week") { Description = "As 2026-W48; without it, the last whole week.", HelpName = "W" };
        var (to, format) = (PageDelivery.To(), DocumentFormats.Option());
        var command = new Command("roundup", "A team's week: what was said, what needs a reply, what to pass on.") { team, week, to, format, DocumentFormats.FeedUrl };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed, parsed.GetValue(team)!, parsed.GetValue(week), parsed.GetValue(to)!, DocumentFormats.Of(parsed.GetValue(format)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string team, string? week, string[] to, DocumentFormat format, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        switch (await TeamRoundUp.ComposeAsync(desk, team, week is null ? WeekArgument.Of(desk, -7) : WeekArgument.Read(week), cancel))
        {
            case RoundUpResult.Composed composed:
                return await PageDelivery.DeliverAsync(parsed, desk, composed.Edition.Document, to, format, cancel);
            case RoundUpResult.Nothing nothing:
                await Console.Error.WriteLineAsync($"comms: {nothing.Reason}");
                return ExitCode.Done;
            default:
                throw new InvalidOperationException("A round-up has no other outcome.");
        }
    }
}
