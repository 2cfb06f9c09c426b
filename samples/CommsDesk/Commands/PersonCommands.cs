using System.CommandLine;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms erase</c> and <c>comms export</c>: what a person may ask about their own data.</summary>
internal static class PersonCommands
{
    private const string NotReached =
        "not reached: files that sources read, backups, what was exported before and what stands on platforms";

    public static Command Erase()
    {
        var (person, trial) = (Accounts(), new Option<bool>("--dry-run") { Description = "Say what would be removed and kept, and change nothing." });
        var command = new Command("erase", "Remove what a person wrote, everywhere but where an open duty keeps it or a post may still go out; ends with 1 when something is kept.") { person, trial };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var (whom, by) = (Person(parsed, person), By(parsed, desk));
            return parsed.GetValue(trial)
                ? await ReportAsync(await desk.Engine.Persons.TryEraseAsync(whom, by, cancel), cancel)
                : await EraseAsync(desk, whom, by, cancel);
        });
        return command;
    }

    public static Command Export()
    {
        var (person, trial) = (Accounts(), new Option<bool>("--dry-run") { Description = "Say what is held, without its words." });
        var command = new Command("export", "All that is held of a person as JSON Lines; the names of others are masked.") { person, trial };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            return await TellAsync(await desk.Engine.Persons.ExportAsync(Person(parsed, person), By(parsed, desk), cancel), parsed.GetValue(trial), cancel);
        });
        return command;
    }

    private static async Task<int> EraseAsync(Desk desk, Person person, Actor by, CancellationToken cancel)
    {
        var code = await ReportAsync(await desk.Engine.Persons.EraseAsync(person, by, cancel), cancel);
        await desk.SweepAsync(cancel);
        return code;
    }

    private static async Task<int> ReportAsync(PersonResult<ErasureReport> result, CancellationToken cancel)
    {
        if (result is not PersonResult<ErasureReport>.Given { Value: var report })
        {
            return await Decision.SayAsync(((PersonResult<ErasureReport>.Refused)result).Reason, ExitCode.Nothing);
        }

        await using (var lines = new JsonLines(Console.OpenStandardOutput()))
        {
            await PersonJson.WriteAsync(lines, report, cancel);
        }

        await Console.Error.WriteLineAsync(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"comms: {report.Erased.Count} {(report.Done ? "erased" : "would be erased")}, {report.Kept.Count} kept; {NotReached}"));
        return report.Kept.Count == 0 ? ExitCode.Done : ExitCode.SetAside;
    }

    /// <summary>Writes what is held, one JSON line each, or says why not.</summary>
    public static async Task<int> TellAsync(PersonResult<IReadOnlyList<HeldItem>> result, bool withoutWords, CancellationToken cancel)
    {
        if (result is not PersonResult<IReadOnlyList<HeldItem>>.Given given)
        {
            return await Decision.SayAsync(((PersonResult<IReadOnlyList<HeldItem>>.Refused)result).Reason, ExitCode.Nothing);
        }

        await using var lines = new JsonLines(Console.OpenStandardOutput());
        await PersonJson.WriteAsync(lines, given.Value, withoutWords, cancel);
        return ExitCode.Done;
    }

    private static Option<string[]> Accounts()
    {
        var option = new Option<string[]>("--person")
        {
            Description = "An account, as @user@host; again for each further account of the same person.",
            HelpName = "ID",
            Required = true,
        };
        option.Validators.Add(result =>
        {
            if ((result.GetValueOrDefault<string[]>() ?? []).Any(string.IsNullOrWhiteSpace))
            {
                result.AddError("--person cannot be blank");
            }
        });
        return option;
    }

    private static Person Person(ParseResult parsed, Option<string[]> accounts) => new() { Accounts = parsed.GetValue(accounts)! };

    private static Actor By(ParseResult parsed, Desk desk) => desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Govern);
}
