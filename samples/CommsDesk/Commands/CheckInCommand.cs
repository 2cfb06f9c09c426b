using System.CommandLine;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.Planning;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary><c>comms checkin</c>: a manager's view of the week to come, with what changed since the last one.</summary>
internal static class CheckInCommand
{
    private const int DaysToNextWeek = 7;

    public static Command Create()
    {
        var week = new Option<string?>("--week") { Description = "As 2026-W48; without it, next week.", HelpName = "W" };
        var (to, format) = (PageDelivery.To(), DocumentFormats.Option());
        var command = new Command("checkin", "A week's plan for a manager: what goes out, what waits, what changed since the last check-in.") { week, to, format, DocumentFormats.FeedUrl };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(week), parsed.GetValue(to)!, DocumentFormats.Of(parsed.GetValue(format)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string? week, string[] to, DocumentFormat format, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var monday = (week is null ? WeekArgument.Of(desk, DaysToNextWeek) : WeekArgument.Read(week)).Monday;
        var viewer = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Approve);
        var planning = desk.Engine.Planning;
        var plan = await Plans.ReadAsync(desk, cancel);
        var checkIn = CheckIn.Of(plan, monday, desk.Engine.Clock.GetUtcNow(), await planning.RecallAsync(monday, cancel));
        await planning.RememberAsync(checkIn, viewer, cancel);
        return await PageDelivery.DeliverAsync(parsed, desk, checkIn.ToDocument(), to, format, cancel);
    }
}
