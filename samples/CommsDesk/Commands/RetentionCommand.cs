using System.CommandLine;
using System.Globalization;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms retention</c>: erases by age what the configuration says; once a day, say.</summary>
internal static class RetentionCommand
{
    public static Command Create()
    {
        var trial = new Option<bool>("--dry-run") { Description = "Say what would be erased and kept, and change nothing." };
        var command = new Command("retention", "Erase what is older than the configuration's retention says, but for open cases and legal holds.") { trial };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var by = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Govern);
            var result = parsed.GetValue(trial)
                ? await desk.Engine.Retention.TryAsync(by, cancel)
                : await desk.Engine.Retention.RunAsync(by, cancel);
            if (result is not PersonResult<ErasureReport>.Given { Value: var report })
            {
                return await Decision.SayAsync(((PersonResult<ErasureReport>.Refused)result).Reason, ExitCode.Nothing);
            }

            await using (var lines = new JsonLines(Console.OpenStandardOutput()))
            {
                await PersonJson.WriteAsync(lines, report, cancel);
            }

            if (report.Done && report.Erased.Count > 0)
            {
                await desk.SweepAsync(cancel);
            }

            return await Decision.SayAsync(
                string.Create(CultureInfo.InvariantCulture, $"{report.Erased.Count} {(report.Done ? "erased" : "would be erased")} by their age, {report.Kept.Count} kept"), ExitCode.Done);
        });
        return command;
    }
}
