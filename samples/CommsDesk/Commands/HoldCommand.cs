using System.CommandLine;
using Comms.Core.Governance;

namespace CommsDesk.Commands;

/// <summary><c>comms hold on|off</c>: stops everything that waits, at once, and lets it go on as planned.</summary>
internal static class HoldCommand
{
    public static Command Create()
    {
        var reason = new Option<string>("--reason") { Description = "Why, for the audit and for whoever asks.", Required = true };
        var on = new Command("on", "Hold everything: nothing is sent from here on.") { reason };
        on.SetAction((parsed, cancel) => HoldAsync(parsed, on: true, parsed.GetValue(reason)!, cancel));
        var off = new Command("off", "Let everything go on; what is too late by its own rule is held or expires.");
        off.SetAction((parsed, cancel) => HoldAsync(parsed, on: false, "the hold is over", cancel));
        return new Command("hold", "Stop everything in a crisis, and let it go on.") { on, off };
    }

    private static async Task<int> HoldAsync(ParseResult parsed, bool on, string reason, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var publisher = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Publish);
        if (await desk.Engine.Publishing.HoldAsync(on, reason, publisher, cancel))
        {
            await Console.Error.WriteLineAsync(on ? "comms: everything is held" : "comms: everything goes on");
            return ExitCode.Done;
        }

        await Console.Error.WriteLineAsync($"comms: {publisher.Id} may not, or someone else did so meanwhile");
        return ExitCode.Nothing;
    }
}
