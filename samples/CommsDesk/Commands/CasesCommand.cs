using System.CommandLine;
using Comms.Core.Cases;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms cases</c>: what asks someone to act, with its duties, and what was done about it.</summary>
internal static class CasesCommand
{
    public static Command Create() => new("cases", "What asks someone to act, by when, and what was done about it.")
    {
        List(), Show(),
        CaseChangeCommands.Own(), CaseChangeCommands.Acknowledge(), CaseReplyCommand.Create(), CaseChangeCommands.Answer(), CaseChangeCommands.Note(),
        CaseChangeCommands.Pause(), CaseChangeCommands.Resume(),
        CaseChangeCommands.Close(), CaseChangeCommands.Reopen(), CaseChangeCommands.Join(), CaseChangeCommands.Split(),
        CaseEnquiryCommands.Log(), CaseEnquiryCommands.List(),
        ConsultationCommands.Log(), ConsultationCommands.Collect(), ConcernCommand.Create(),
        CaseChangeCommands.Restrict(), CaseChangeCommands.LiftRestriction(),
    };

    private static Command List()
    {
        var team = new Option<string?>("--team") { Description = "Only those of this team.", HelpName = "T" };
        var overdue = new Option<bool>("--overdue") { Description = "Only those with a duty whose last day has passed, or a press deadline that has." };
        var all = new Option<bool>("--all") { Description = "Those that are closed or joined to another, too." };
        var format = new Option<string>("--format") { Description = "jsonl; csv or xlsx for a spreadsheet.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv", "xlsx");
        var command = new Command("list", "Open cases: the most pressing first, then what is due first. Restricted ones only with --as of someone who may see them.") { team, overdue, all, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var (wanted, late, every, today) = (parsed.GetValue(team), parsed.GetValue(overdue), parsed.GetValue(all), WeekArgument.Today(desk));
            var viewer = desk.Viewer(parsed.GetValue(DeskOptions.As));
            var read = every ? desk.Engine.Cases.ListAsync(viewer, cancel) : desk.Engine.Cases.ListOpenAsync(viewer, late ? today.AddDays(1) : null, cancel);
            var cases = (await read.Where(one => (wanted is null || one.Team == wanted) && (!late || one.Due < today || one.PressDeadline < desk.Engine.Clock.GetUtcNow())).ToListAsync(cancel))
                .OrderByDescending(one => one.Urgency).ThenBy(one => one.Due ?? DateOnly.MaxValue)
                .ThenByDescending(one => one.Priority).ThenBy(one => one.Id, StringComparer.Ordinal);
            await (TableFormats.IsOne(parsed.GetValue(format)!) ? TableOutput.WriteAsync("Cases", CaseTable.Columns, cases.Select(CaseTable.Cells), parsed.GetValue(format)!, cancel) : WriteAsync(cases, today, cancel));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteAsync(IEnumerable<Case> cases, DateOnly today, CancellationToken cancel)
    {
        await using var lines = new JsonLines(Console.OpenStandardOutput());
        foreach (var one in cases)
        {
            CaseJson.Write(lines.Writer, one, today);
            await lines.EndAsync(cancel);
        }
    }

    private static Command Show()
    {
        var id = CaseChangeCommands.Id();
        var command = new Command("show", "One case as JSON.") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var found = await desk.CaseAsync(parsed.GetValue(id)!, desk.Viewer(parsed.GetValue(DeskOptions.As)), cancel);
            await WriteAsync(desk, found, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    public static Task WriteAsync(Desk desk, Case one, CancellationToken cancel) => WriteAsync([one], WeekArgument.Today(desk), cancel);
}
