using System.CommandLine;
using Comms.Core.Calendars;
using Comms.Core.Engagement;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms score</c>: who takes part, with the parts of each score. Private people are counted and not named.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var format = DocumentFormats.Option();
        var command = new Command("score", "Who takes part: quality of conversation, not followers.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var board = await desk.Engine.Engagement.ScoreAsync(cancel: cancel);
            var report = EngagementReport.ToDocument(board, Zones.ToLocal(desk.Engine.Clock.GetUtcNow(), desk.Config.Zone));
            await DocumentOutput.WriteAsync(report, DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }
}
