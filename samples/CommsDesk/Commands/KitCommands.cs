using System.CommandLine;
using Comms.Core.Approval.Kits;
using Comms.Core.Governance;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms kit</c>: what a difficult story needs before a post about it is approved.</summary>
internal static class KitCommands
{
    private static readonly Argument<string> Id = new("ID") { Description = "The kit, as its file names it." };

    public static Command Create() => new("kit", "Difficult stories: lines to take, answers, and who is told first.") { Put(), Show(), List(), Told() };

    private static Command Put()
    {
        var file = new Argument<string>("FILE") { Description = "The kit as JSON (seeds/schemas/kit.schema.json), whole or half written." };
        var command = new Command("put", "Keep a kit, in the place of an earlier one; tells what it lacks.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var kit = await ReadAsync(parsed.GetValue(file)!, cancel);
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            return await TellAsync(parsed, await desk.Engine.Kits.PutAsync(kit, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author), cancel));
        });
        return command;
    }

    private static Command Show()
    {
        var format = DocumentFormats.Option();
        var command = new Command("show", "A kit for those who will be asked.") { Id, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var kit = await desk.Engine.Kits.FindAsync(parsed.GetValue(Id)!, cancel) ?? throw new InputException($"there is no kit {parsed.GetValue(Id)}");
            await DocumentOutput.WriteAsync(KitPage.ToDocument(kit, desk.Config.Zone), DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var format = TableFormats.Option();
        var command = new Command("list", "Every kit, and what it lacks.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var kits = await desk.Engine.Kits.ListAsync(cancel).ToListAsync(cancel);
            await TableOutput.WriteAsync(
                "Kits", ["kit", "title", "lacks"], kits.Select(kit => new[] { kit.Kit.Id, kit.Kit.Title, string.Join("; ", kit.Lacks) }), parsed.GetValue(format)!, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Told()
    {
        var whom = new Argument<string>("WHOM") { Description = "Who was told, as the kit names them." };
        var who = new Option<string>("--who") { Description = "Who told them, as 'the head of midwifery'.", Required = true };
        var at = CaseChangeCommands.At("When");
        var command = new Command("told", "Record that some of those who come first were told, in their order.") { Id, whom, who, at };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var when = CaseChangeCommands.Instant(parsed.GetValue(at)) ?? desk.Engine.Clock.GetUtcNow();
            return await TellAsync(parsed, await desk.Engine.Kits.RecordToldAsync(
                parsed.GetValue(Id)!, parsed.GetValue(whom)!, NotBlank.Words(parsed.GetValue(who), "who told them"), when,
                desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author), cancel));
        });
        return command;
    }

    private static async Task<StoryKit> ReadAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"there is no kit {path}");
        }

        var reading = KitReader.Read(await File.ReadAllBytesAsync(path, cancel));
        return reading.Kit ?? throw new InputException($"{path}: {string.Join("; ", reading.Faults)}");
    }

    private static async Task<int> TellAsync(ParseResult parsed, KitResult result)
    {
        if (result is KitResult.Refused refused)
        {
            return await Decision.RefuseAsync(parsed, refused.Reasons);
        }

        var standing = ((KitResult.Kept)result).Standing;
        foreach (var lack in standing.Lacks)
        {
            await Console.Error.WriteLineAsync($"comms: {lack}");
        }

        await Console.Out.WriteLineAsync(standing.Kit.Id);
        return ExitCode.Done;
    }
}
