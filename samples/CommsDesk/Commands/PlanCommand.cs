using System.CommandLine;
using Comms.Core.Calendars;
using Comms.Core.ICalendar;
using Comms.Core.Planning;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms plan</c>: the calendar of a week or a month, what is the matter with it, and a feed of it.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var week = new Option<string?>("--week") { Description = "As 2026-W48; without it, this week.", HelpName = "W" };
        var month = new Option<string?>("--month") { Description = "As 2026-11, in place of a week.", HelpName = "M" };
        var format = new Option<string>("--format") { Description = "text, json or ics.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "ics");
        var beside = new Option<string[]>("--calendar") { Description = "An .ics file to show beside it; may be given again.", DefaultValueFactory = _ => [], HelpName = "F" };
        var command = new Command("plan", "What is planned, what is missing and what clashes.") { week, month, format, beside };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(week) is not null && parsed.GetValue(month) is not null)
            {
                parsed.AddError("--week and --month exclude each other.");
            }
        });
        command.SetAction((parsed, cancel) => RunAsync(
            parsed, parsed.GetValue(week), parsed.GetValue(month), parsed.GetValue(format)!, parsed.GetValue(beside)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, string? week, string? month, string format, string[] beside, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var now = desk.Engine.Clock.GetUtcNow();
        var plan = await Plans.ReadAsync(desk, cancel);
        if (format == "ics")
        {
            await Console.Out.WriteAsync(CalendarWriter.Write("Comms plan", plan.Items, now));
            return ExitCode.Done;
        }

        var (first, last) = month is not null ? WeekArgument.Month(month) : Week(desk, week);
        var faults = new List<string>();
        var others = beside.SelectMany(path => Others(path, desk.Config.Zone, first, last, faults)).ToArray();
        var findings = PlanChecker.Check(plan, first, last, now);
        var view = new PlanView(plan, first, last, findings, others);
        await Console.Out.WriteAsync(format == "json" ? PlanOutput.Json(view) : PlanOutput.Text(view));
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"comms: {fault}");
        }

        return faults.Count == 0 ? ExitCode.Done : ExitCode.SetAside;
    }

    private static (DateOnly First, DateOnly Last) Week(Desk desk, string? week)
    {
        var monday = (week is null ? WeekArgument.Of(desk) : WeekArgument.Read(week)).Monday;
        return (monday, monday.AddDays(6));
    }

    private static IEnumerable<CalendarEntry> Others(string path, string zone, DateOnly first, DateOnly last, List<string> faults)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : throw new InputException($"{path}: there is no such file");
        var from = Zones.Resolve(first.ToDateTime(TimeOnly.MinValue), zone).Instant;
        var to = Zones.Resolve(last.AddDays(1).ToDateTime(TimeOnly.MinValue), zone).Instant;
        var reading = CalendarReader.Read(text, from, to, zone);
        faults.AddRange(reading.Faults.Select(fault => $"{path}: {fault}"));
        return reading.Entries;
    }
}
