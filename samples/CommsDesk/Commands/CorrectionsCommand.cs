using System.CommandLine;
using Comms.Core.Governance;
using Comms.Core.Triage.Corrections;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms corrections list|undo|on|off</c>.</summary>
internal static class CorrectionsCommand
{
    public static Command Create() => new("corrections", "What people corrected, and whether triage learns from it.")
    {
        List(), Undo(), Switch("on", "Judge later messages by what was learnt.", on: true), Switch("off", "Judge no later message by it.", on: false),
    };

    private static Command List()
    {
        var command = new Command("list", "All corrections, one JSON object a line.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            await CorrectionOutput.ListAsync(desk.Engine.Corrections, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Undo()
    {
        var number = new Argument<int>("N") { Description = "The correction, as comms corrections list numbers it." };
        var command = new Command("undo", "Take a correction back: all is as if it had not been made.") { number };
        command.SetAction((parsed, cancel) => ChangeAsync(
            parsed, (desk, actor) => desk.Engine.Corrections.UndoAsync(parsed.GetValue(number), actor, cancel), cancel));
        return command;
    }

    private static Command Switch(string name, string description, bool on)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, cancel) => ChangeAsync(
            parsed, (desk, actor) => desk.Engine.Corrections.SwitchAsync(on, actor, cancel), cancel));
        return command;
    }

    private static async Task<int> ChangeAsync(ParseResult parsed, Func<Desk, Actor, ValueTask<CorrectionResult>> change, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var end = await CorrectionOutput.TellAsync(
            await change(desk, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Correct)), DeskOptions.Phrases(parsed));
        await desk.Engine.Triage.RunDueAsync(cancel);
        return end;
    }
}
