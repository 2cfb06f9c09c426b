using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Comms.Core.Hosting;

/// <summary>
/// Wakes the engine until the host stops. A run that fails is told and tried again: the truth is in the ledger, and a run that
/// is lost or doubled does no harm. Logs say how many and never what or who.
/// </summary>
internal sealed partial class DispatcherService(CommsEngine engine, DispatcherOptions options, Pulse pulse, ILogger<DispatcherService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (await RunAsync(stoppingToken).ConfigureAwait(false) is { } pause)
                {
                    await Task.Delay(pause, engine.Clock, stoppingToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(log);
        }
    }

    /// <returns>How long to wait; null when there may be more to do.</returns>
    private async ValueTask<TimeSpan?> RunAsync(CancellationToken stop)
    {
        try
        {
            var report = await engine.RunDueAsync(stop).ConfigureAwait(false);
            pulse.Ran();
            Tell(report);
            return report.Idle ? options.Every : null;
        }
        catch (CommsException fault)
        {
            pulse.Failed(fault.Message);
            LogFailed(log, fault.Message, options.AfterFault);
            return options.AfterFault;
        }
    }

    private void Tell(RunReport report)
    {
        if (!report.Idle)
        {
            LogRan(log, report.Publishing.Published, report.Publishing.Total, report.Listening.Heard, report.Triage.Counted, report.Cases.Counted);
        }

        if (report.Faults.Count() is > 0 and var count)
        {
            LogFaults(log, count);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Published} published of {Deliveries} deliveries, {Heard} heard, {Triaged} triaged, {Cases} cases opened")]
    private static partial void LogRan(ILogger log, int published, int deliveries, long heard, int triaged, int cases);

    [LoggerMessage(2, LogLevel.Warning, "{Count} accounts or messages had a fault; the others went on")]
    private static partial void LogFaults(ILogger log, int count);

    [LoggerMessage(3, LogLevel.Error, "The run failed and is tried again in {Pause}: {Reason}")]
    private static partial void LogFailed(ILogger log, string reason, TimeSpan pause);

    [LoggerMessage(4, LogLevel.Information, "The dispatcher has stopped")]
    private static partial void LogStopped(ILogger log);
}
