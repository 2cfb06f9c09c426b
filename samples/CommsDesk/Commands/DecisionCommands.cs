using System.CommandLine;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms approve</c> and <c>comms reject</c>: the control of what is said.</summary>
internal static class DecisionCommands
{
    public static Command Approve()
    {
        var id = DraftCommand.Id();
        var alone = new Option<string?>("--break-glass")
        {
            Description = "Alone, in an emergency, and why: colleagues are told at once, and someone else reviews it (comms glass).",
            HelpName = "REASON",
        };
        var command = new Command("approve", "Approve a draft exactly as it stands.") { id, alone };
        command.SetAction((parsed, cancel) => parsed.GetValue(alone) is { } reason
            ? DecideAsync(
                parsed, parsed.GetValue(id)!, Permission.BreakGlass,
                (desk, draft, actor) => desk.Engine.BreakGlass.ApproveAsync(draft, actor, NotBlank.Words(reason, "why it cannot wait"), cancel), cancel)
            : DecideAsync(
                parsed, parsed.GetValue(id)!, Permission.Approve, (desk, draft, actor) => desk.Engine.Approval.ApproveAsync(draft, actor, cancel), cancel));
        return command;
    }

    public static Command Reject()
    {
        var id = DraftCommand.Id();
        var reason = new Option<string>("--reason") { Description = "Why, for the author.", Required = true };
        var command = new Command("reject", "Reject a draft, with a reason for its author.") { id, reason };
        command.SetAction((parsed, cancel) => DecideAsync(
            parsed,
            parsed.GetValue(id)!,
            Permission.Approve,
            (desk, draft, actor) => desk.Engine.Approval.RejectAsync(draft, actor, parsed.GetValue(reason)!, cancel),
            cancel));
        return command;
    }

    private static async Task<int> DecideAsync(
        ParseResult parsed, string id, Permission needed, Func<Desk, Draft, Actor, ValueTask<ApprovalResult>> decide, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var draft = await desk.DraftAsync(id, cancel);
        var actor = desk.Actor(parsed.GetValue(DeskOptions.As), needed);
        switch (await decide(desk, draft, actor))
        {
            case ApprovalResult.Approved approved:
                await Console.Out.WriteLineAsync($"{approved.Post.Id} {approved.Post.Hash}");
                return ExitCode.Done;
            case ApprovalResult.Awaits awaits:
                await Console.Error.WriteLineAsync($"comms: your approval is kept; it waits for others: {string.Join("; ", awaits.Missing)}");
                return ExitCode.Done;
            case ApprovalResult.Held held:
                return await Decision.SayAsync($"it is held: {held.Reason}", ExitCode.Nothing);
            case ApprovalResult.Refused refused:
                await Console.Error.WriteLineAsync(
                    $"comms: {Phrases.Fill(DeskOptions.Phrases(parsed).Refused, string.Join("; ", refused.Reasons))}");
                if (refused.NeutralWording is { } neutral)
                {
                    await Console.Error.WriteLineAsync($"comms: say instead: {neutral}");
                }

                return ExitCode.Nothing;
            default:
                await Console.Out.WriteLineAsync(id);
                return ExitCode.Done;
        }
    }
}
