using System.CommandLine;
using Comms.Core;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Comms.Core.Sqlite;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms backup</c> and <c>comms restore</c>. A restored ledger takes for unsent what went out after its backup: a new
/// epoch begins in it, and what was due is looked for on its channel, or asks for a person, before anything is sent.
/// </summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Argument<string>("F") { Description = "The backup: a new file." };
        var backup = new Command("backup", "Write the ledger into one file, while it is in use.") { file };
        backup.SetAction((parsed, cancel) => BackUpAsync(parsed, parsed.GetValue(file)!, cancel));
        return backup;
    }

    public static Command Restore()
    {
        var file = new Argument<string?>("F")
        {
            Description = "The backup; none when the ledger was put back already, as a database by its own tools.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var restore = new Command("restore", "Put a backup in the ledger's place, and look for what was due before sending it.") { file };
        restore.SetAction((parsed, cancel) => RestoreAsync(parsed, parsed.GetValue(file), cancel));
        return restore;
    }

    private static async Task<int> BackUpAsync(ParseResult parsed, string file, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        if (desk.Ledger is not SqliteLedger ledger)
        {
            return await Decision.SayAsync("the ledger is a database: back it up with the database's own tools", ExitCode.Nothing);
        }

        await ledger.BackUpAsync(file, cancel);
        return await Decision.SayAsync($"wrote {file}; it holds all that the ledger holds, personal data too", ExitCode.Done);
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, string? file, CancellationToken cancel)
    {
        var config = DeskOptions.ReadConfig(parsed);
        var publisher = Desk.Actor(config, parsed.GetValue(DeskOptions.As), Permission.Publish);
        if (file is not null && config.PostgreSql is not null)
        {
            return await Decision.SayAsync(
                "the ledger is a database: restore it with the database's own tools, and then say comms restore without a file", ExitCode.Nothing);
        }

        if (file is not null)
        {
            await PutBackAsync(config, parsed.GetValue(DeskOptions.Data)!, file, publisher, cancel);
        }

        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        return file is not null || await desk.Engine.Publishing.BeginEpochAsync("restored by other means", publisher, cancel)
            ? await TellAsync(desk, cancel)
            : await Decision.SayAsync($"{publisher.Id} may not, or someone else did so meanwhile", ExitCode.Nothing);
    }

    private static async Task PutBackAsync(DeskConfig config, string data, string file, Actor publisher, CancellationToken cancel)
    {
        Directory.CreateDirectory(data);
        var kept = await SqliteLedger.RestoreAsync(
            new SqliteLedgerOptions { Path = Path.Combine(data, config.Sqlite) },
            file,
            async (ledger, stop) =>
            {
                var engine = new CommsBuilder().UseLedger(ledger, ledger.Media).Build();
                if (!await engine.Publishing.BeginEpochAsync($"restored from {Path.GetFileName(file)}", publisher, stop))
                {
                    throw new ConfigException($"{publisher.Id} may not");
                }
            },
            cancel);
        await Decision.SayAsync(kept is null ? $"{file} is the ledger" : $"{file} is the ledger; what stood there is kept as {kept}", ExitCode.Done);
    }

    private static async Task<int> TellAsync(Desk desk, CancellationToken cancel)
    {
        var now = desk.Engine.Clock.GetUtcNow();
        var unsent = await desk.Engine.Publishing.ListAsync(cancel)
            .Where(delivery => delivery.State is DeliveryState.Scheduled or DeliveryState.Retrying or DeliveryState.Held).ToListAsync(cancel);
        var due = unsent.Count(delivery => delivery.PlannedFor <= now);
        return await Decision.SayAsync(
            $"{due} deliveries were due by now: each is looked for before it is sent. {unsent.Count - due} are planned for later: what was changed or withdrawn since the backup has to be so again",
            ExitCode.Done);
    }
}
