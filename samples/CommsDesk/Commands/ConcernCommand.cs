using System.CommandLine;
using Comms.Core.Cases.Concerns;
using Comms.Core.Governance;
using Comms.Core.Replies;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms cases concern</c>: what people say goes to those who decide, and what they did comes back to those who asked.</summary>
internal static class ConcernCommand
{
    private static readonly Argument<string> Id = new("CONCERN") { Description = "The concern, as comms cases concern list names it." };

    public static Command Create() => new("concern", "Pass on what people say to those who decide; tell what they did.") { Pass(), List(), Show(), Outcome(), Draft(), Tell() };

    private static Command Pass()
    {
        var cases = new Argument<string[]>("CASE") { Description = "The cases that bear it out.", Arity = ArgumentArity.OneOrMore };
        var said = new Option<string>("--said") { Description = "What people say, in your words and naming nobody: it may be published.", Required = true };
        var to = new Option<string>("--to") { Description = "Who decides, as 'the estates manager'.", Required = true };
        var command = new Command("pass", "Pass a concern on; the same words to the same people again add cases to it.") { cases, said, to };
        return Changing(command, (parsed, desk, by, cancel) => desk.Engine.Concerns.PassAsync(
            new NewConcern { Said = NotBlank.Words(parsed.GetValue(said), "what people say"), To = NotBlank.Words(parsed.GetValue(to), "who decides"), Cases = parsed.GetValue(cases)! },
            by,
            cancel));
    }

    private static Command Outcome()
    {
        var did = new Argument<string>("DID") { Description = "What was done, or why nothing can be, naming nobody: it may be published." };
        var who = new Option<string>("--who") { Description = "Who decided it, as 'the estates manager'.", Required = true };
        var at = CaseChangeCommands.At("When it was decided");
        var command = new Command("outcome", "Record what came of a concern.") { Id, did, who, at };
        return Changing(command, (parsed, desk, by, cancel) => desk.Engine.Concerns.RecordOutcomeAsync(
            parsed.GetValue(Id)!,
            new ConcernOutcome
            {
                Did = NotBlank.Words(parsed.GetValue(did), "what was done"),
                By = NotBlank.Words(parsed.GetValue(who), "who decided it"),
                At = CaseChangeCommands.Instant(parsed.GetValue(at)) ?? desk.Engine.Clock.GetUtcNow(),
            },
            by,
            cancel));
    }

    private static Command List()
    {
        var format = TableFormats.Option();
        var command = new Command("list", "Every concern and what came of it, as a spreadsheet.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var concerns = await desk.Engine.Concerns.ListAsync(cancel).ToListAsync(cancel);
            await TableOutput.WriteAsync("Concerns", ConcernTable.Columns, concerns.Select(ConcernTable.Cells), parsed.GetValue(format)!, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var format = DocumentFormats.Option();
        var command = new Command("show", "What bears a concern out, for those who decide: the messages without what tells who wrote them.") { Id, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var evidence = await desk.Engine.Concerns.EvidenceAsync(await FindAsync(desk, parsed.GetValue(Id)!, cancel), cancel);
            await DocumentOutput.WriteAsync(ConcernPage.ToDocument(evidence, desk.Config.Zone), DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Draft()
    {
        var accounts = new Option<string[]>("--account") { Description = "An account it is for; may be given again.", Required = true, Arity = ArgumentArity.OneOrMore };
        var text = new Option<string?>("--text") { Description = "The words; without them 'You said: ... We did: ...'." };
        var welsh = new Option<string?>("--welsh") { Description = "The same in Welsh, approved with it." };
        var language = new Option<string>("--language") { Description = "The language of the words.", HelpName = "TAG", DefaultValueFactory = _ => "en" };
        var command = new Command("draft", "Draft a post that tells what came of a concern; prints the draft's id.") { Id, accounts, text, welsh, language };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var post = new NewOutcomePost
            {
                Concern = parsed.GetValue(Id)!,
                Accounts = parsed.GetValue(accounts)!,
                Text = parsed.GetValue(text),
                Pair = desk.Config.Welsh(parsed.GetValue(welsh), parsed.GetValue(accounts)!),
                Language = parsed.GetValue(language)!,
            };
            return await desk.Engine.Outcomes.DraftAsync(post, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author), cancel) switch
            {
                ReplyResult.Drafted drafted => await DraftCommand.TellAsync(drafted.Draft),
                ReplyResult.Refused refused => await RefusedAsync(refused.Reasons),
                _ => throw new InvalidOperationException("A draft has no other outcome."),
            };
        });
        return command;
    }

    private static Command Tell()
    {
        var command = new Command("tell", "Once that post is approved: draft a reply to each who asked, in its words; prints the drafts' ids.") { Id };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            switch (await desk.Engine.Outcomes.TellAsync(parsed.GetValue(Id)!, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author), cancel))
            {
                case TellingResult.Drafted { Report: var report }:
                    foreach (var left in report.ByHand)
                    {
                        await Console.Error.WriteLineAsync($"comms: {left.Case}: {string.Join("; ", left.Reasons)}");
                    }

                    foreach (var draft in report.Drafts)
                    {
                        await DraftCommand.TellAsync(draft);
                    }

                    return ExitCode.Done;
                case TellingResult.Refused refused:
                    return await RefusedAsync(refused.Reasons);
                default:
                    throw new InvalidOperationException("Telling has no other outcome.");
            }
        });
        return command;
    }

    private static Command Changing(Command command, Func<ParseResult, Desk, Actor, CancellationToken, ValueTask<ConcernResult>> change)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            switch (await change(parsed, desk, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Handle), cancel))
            {
                case ConcernResult.Kept kept:
                    await Console.Out.WriteLineAsync(kept.Concern.Id);
                    return ExitCode.Done;
                case ConcernResult.Refused refused:
                    return await RefusedAsync(refused.Reasons);
                default:
                    throw new InvalidOperationException("A concern has no other outcome.");
            }
        });
        return command;
    }

    private static Task<int> RefusedAsync(IReadOnlyList<string> reasons) => Decision.SayAsync(string.Join("; ", reasons), ExitCode.Nothing);

    /// <exception cref="ConfigException">There is no such concern.</exception>
    private static async Task<Concern> FindAsync(Desk desk, string id, CancellationToken cancel) =>
        await desk.Engine.Concerns.FindAsync(id, cancel) ?? throw new ConfigException($"there is no concern {id}");
}
