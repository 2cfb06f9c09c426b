using System.CommandLine;
using Comms.Core.Approval;
using Comms.Core.Approval.BreakGlass;
using Comms.Core.Governance;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms glass list|review</c>: what was approved by one person alone, and what was found of it.</summary>
internal static class GlassCommands
{
    private static readonly string[] Columns = ["post", "author", "by", "at", "reason", "reviewedBy", "reviewedAt", "finding"];

    public static Command Create() => new("glass", "Look at what one person approved alone (comms approve --break-glass).") { List(), Review() };

    private static Command List()
    {
        var format = TableFormats.Option();
        var command = new Command("list", "Every one, reviewed or not.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var all = await desk.Engine.BreakGlass.ListAsync(cancel).ToListAsync(cancel);
            await TableOutput.WriteAsync("Broken glass", Columns, all.Select(Cells), parsed.GetValue(format)!, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Review()
    {
        var id = DraftCommand.Id();
        var finding = new Option<string>("--finding") { Description = "What was found, as 'right: nobody could be reached'.", Required = true };
        var command = new Command("review", "Record what was found; colleagues are told of it no more.") { id, finding };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var reviewer = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Approve);
            var result = await desk.Engine.BreakGlass.ReviewAsync(parsed.GetValue(id)!, NotBlank.Words(parsed.GetValue(finding), "what was found"), reviewer, cancel);
            return result is ApprovalResult.Refused refused
                ? await Decision.RefuseAsync(parsed, refused.Reasons)
                : ExitCode.Done;
        });
        return command;
    }

    private static string[] Cells(BrokenGlass one) =>
    [
        one.Post, one.Author, one.By, CaseTable.At(one.At), one.Reason, one.ReviewedBy ?? "", one.ReviewedAt is { } at ? CaseTable.At(at) : "", one.Finding ?? "",
    ];
}
