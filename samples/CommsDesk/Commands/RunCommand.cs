using System.Collections.Immutable;
using System.CommandLine;
using Comms.Core;
using Comms.Core.Cases.Sinks;
using Comms.Core.Publishing;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms run</c> sends, listens, triages and opens cases until it is stopped, or until nothing is due; <c>comms listen</c>
/// does the same and sends nothing.
/// </summary>
internal static class RunCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>So long a doubtful attempt is waited for; a channel that cannot be asked for longer is left to the next run.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    public static Command Run() => Create("run", "Send what is due, listen and triage. Safe to kill at any instant.", sends: true);

    public static Command Listen() => Create("listen", "Listen, triage and open cases; nothing is sent. Safe to kill at any instant.", sends: false);

    private static Command Create(string name, string description, bool sends)
    {
        var untilIdle = new Option<bool>("--until-idle")
        {
            Description = sends ? "End when nothing is due now, and no attempt is in doubt." : "End when there is nothing more to hear for now.",
        };
        var command = new Command(name, description) { untilIdle };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(untilIdle), sends, cancel));
        return command;
    }

    private static async ValueTask<RunReport> ListenAsync(CommsEngine engine, CancellationToken cancel) => new(
        new DispatchReport(ImmutableSortedDictionary<DeliveryState, int>.Empty, [], Held: null),
        await engine.Listening.RunDueAsync(cancel), await engine.Triage.RunDueAsync(cancel), await engine.Cases.RunDueAsync(cancel), new MirrorReport(0, []));

    private static async Task<int> RunAsync(ParseResult parsed, bool untilIdle, bool sends, CancellationToken cancel)
    {
        var phrases = DeskOptions.Phrases(parsed);
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var policy = new PolicyWatch(desk.Config.Policy);
        var setAside = false;
        try
        {
            while (true)
            {
                await FollowAsync(policy, desk, phrases);
                var report = sends ? await desk.Engine.RunDueAsync(cancel) : await ListenAsync(desk.Engine, cancel);
                setAside |= report.Listening.SetAside > 0 || report.Faults.Any();
                await TellAsync(report, phrases);
                if (report.Idle && untilIdle && (setAside || !sends || report.Publishing.Held is not null || !await WaitsAsync(desk, cancel)))
                {
                    break;
                }

                if (report.Idle)
                {
                    await Task.Delay(Poll, desk.Engine.Clock, cancel);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"comms: {phrases.Stopped}");
        }

        return setAside ? ExitCode.SetAside : ExitCode.Done;
    }

    /// <summary>A policy that was changed is in use from the next message on; a broken one is not, and the desk says why.</summary>
    private static async Task FollowAsync(PolicyWatch watch, Desk desk, Phrases phrases)
    {
        if (watch.Look() is not { } reading)
        {
            return;
        }

        if (reading.Succeeded)
        {
            desk.Engine.Triage.Use(reading.Policy);
            await Console.Error.WriteLineAsync($"comms: {phrases.PolicyChanged}");
        }

        foreach (var fault in reading.Faults)
        {
            await Console.Error.WriteLineAsync(
                $"comms: {Phrases.Fill(phrases.PolicyStays, $"{desk.Config.Policy}: line {fault.Line}: {fault.Reason}")}");
        }
    }

    /// <summary>Whether a post is due that another run has claimed (a killed one's claim ends by itself), or an attempt is about to be settled.</summary>
    private static async Task<bool> WaitsAsync(Desk desk, CancellationToken cancel)
    {
        var now = desk.Engine.Clock.GetUtcNow();
        await foreach (var delivery in desk.Engine.Publishing.ListAsync(cancel))
        {
            var inDoubt = delivery.State is DeliveryState.Sending or DeliveryState.Ambiguous && delivery.Intent?.At > now - Doubt;
            if (inDoubt || delivery.Due <= now)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task TellAsync(RunReport report, Phrases phrases)
    {
        foreach (var fault in report.Faults)
        {
            await Console.Error.WriteLineAsync($"comms: {fault}");
        }

        foreach (var aside in report.Listening.FirstSetAside)
        {
            await Console.Error.WriteLineAsync($"comms: {aside.Where}: {aside.Reason}");
        }

        foreach (var moved in report.Publishing.Moved)
        {
            await Console.Error.WriteLineAsync($"comms: the clocks are known to change otherwise: {moved}");
        }

        if (report.Publishing.Restored is { } restored)
        {
            await Console.Error.WriteLineAsync($"comms: {Phrases.Fill(phrases.Restored, restored)}");
        }

        if (report.Publishing.MayStandTwice is > 0 and var twice)
        {
            await Console.Error.WriteLineAsync($"comms: {Phrases.Fill(phrases.MayStandTwice, twice)}");
        }

        if (report.Publishing.Held is { } held)
        {
            await Console.Error.WriteLineAsync($"comms: {held}");
        }

        if (report.Idle)
        {
            return;
        }

        string[] said =
        [
            Phrases.Fill(phrases.Published, report.Publishing.Published),
            Phrases.Fill(phrases.Heard, report.Listening.Heard),
            Phrases.Fill(phrases.Triaged, report.Triage.Counted),
            Phrases.Fill(phrases.CasesOpened, report.Cases.Counted),
            Phrases.Fill(phrases.SetAside, report.Listening.SetAside),
        ];
        await Console.Error.WriteLineAsync($"comms: {string.Join(", ", said)}");
    }
}
