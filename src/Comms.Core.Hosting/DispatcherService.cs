using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Comms.Core.Hosting;

/// <summary>
/// Wakes the engine until the host stops. Sending, listening, judging and mirroring run side by side, so that a source that is slow
/// holds up neither a post nor what others have said. A run that fails is told and tried again: the truth is in the ledger, and a run that is lost or doubled
/// does no harm. Logs say how many and never what or who.
/// </summary>
internal sealed partial class DispatcherService(CommsEngine engine, DispatcherOptions options, Pulses pulses, ILogger<DispatcherService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(
                RepeatAsync(SendAsync, engine.Publishing.WaitForDueAsync, pulses.Sending, stoppingToken),
                RepeatAsync(HearAsync, PauseAsync, pulses.Listening, stoppingToken),
                RepeatAsync(JudgeAsync, PauseAsync, pulses.Judging, stoppingToken),
                RepeatAsync(MirrorAsync, PauseAsync, pulses.Mirroring, stoppingToken),
                engine.Listening.WatchAsync(stoppingToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(log);
        }
    }

    private async Task RepeatAsync(
        Func<CancellationToken, ValueTask<bool>> run, Func<TimeSpan, CancellationToken, ValueTask> rest, Pulse pulse, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var idle = await run(stop).ConfigureAwait(false);
                pulse.Ran();
                if (idle)
                {
                    await rest(options.Every, stop).ConfigureAwait(false);
                }
            }
            catch (CommsException fault)
            {
                pulse.Failed(fault.Message);
                LogFailed(log, fault.Message, options.AfterFault);
                await PauseAsync(options.AfterFault, stop).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask PauseAsync(TimeSpan pause, CancellationToken stop) =>
        await Task.Delay(pause, engine.Clock, stop).ConfigureAwait(false);

    private async ValueTask<bool> SendAsync(CancellationToken stop)
    {
        var report = await engine.Publishing.RunDueAsync(stop).ConfigureAwait(false);
        Warn(report.Faults.Count);
        if (report.Total > 0)
        {
            LogSent(log, report.Published, report.Total);
        }

        return report.Total == 0;
    }

    private async ValueTask<bool> HearAsync(CancellationToken stop)
    {
        var report = await engine.Listening.RunDueAsync(stop).ConfigureAwait(false);
        Warn(report.Faults.Count);
        if (!report.BroughtNothing)
        {
            LogHeard(log, report.Heard);
        }

        return report.BroughtNothing;
    }

    private async ValueTask<bool> JudgeAsync(CancellationToken stop)
    {
        var triaged = await engine.Triage.RunDueAsync(stop).ConfigureAwait(false);
        var cases = await engine.Cases.RunDueAsync(stop).ConfigureAwait(false);
        var replies = await engine.Replies.RunDueAsync(stop).ConfigureAwait(false);
        var unreached = await engine.Approval.RunDueAsync(stop).ConfigureAwait(false);
        Warn(triaged.Faults.Count + cases.Faults.Count + unreached.Count);
        if (triaged.Done + cases.Done > 0)
        {
            LogJudged(log, triaged.Counted, cases.Counted);
        }

        return triaged.Done + cases.Done + replies == 0;
    }

    private async ValueTask<bool> MirrorAsync(CancellationToken stop)
    {
        var report = await engine.CaseMirror.RunDueAsync(stop).ConfigureAwait(false);
        Warn(report.Faults.Count);
        return report.Sent == 0;
    }

    private void Warn(int faults)
    {
        if (faults > 0)
        {
            LogFaults(log, faults);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Published} published of {Deliveries} deliveries")]
    private static partial void LogSent(ILogger log, int published, int deliveries);

    [LoggerMessage(2, LogLevel.Warning, "{Count} accounts or messages had a fault; the others went on")]
    private static partial void LogFaults(ILogger log, int count);

    [LoggerMessage(3, LogLevel.Error, "The run failed and is tried again in {Pause}: {Reason}")]
    private static partial void LogFailed(ILogger log, string reason, TimeSpan pause);

    [LoggerMessage(4, LogLevel.Information, "The dispatcher has stopped")]
    private static partial void LogStopped(ILogger log);

    [LoggerMessage(5, LogLevel.Information, "{Heard} heard")]
    private static partial void LogHeard(ILogger log, long heard);

    [LoggerMessage(6, LogLevel.Information, "{Triaged} triaged, {Cases} cases opened")]
    private static partial void LogJudged(ILogger log, int triaged, int cases);
}
