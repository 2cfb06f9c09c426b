using System.CommandLine;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms draft add|release|personal|reshare|list|show|told</c>.</summary>
internal static class DraftCommand
{
    public static Command Create() => new("draft", "Write drafts and look at them.") { Add(), ReleaseCommand.Create(), PersonalCommand.Create(), ReshareCommand.Create(), List(), Show(), Told() };

    public static Argument<string> Id() => new("ID") { Description = "The draft, as comms draft list names it." };

    private static Command Add()
    {
        var text = new Argument<string>("TEXT") { Description = "The words; - reads them from the pipe." };
        var accounts = new Option<string[]>("--account") { Description = "An account it is for; may be given again.", Required = true };
        var variants = new Option<string[]>("--variant") { Description = "ACCOUNT=WORDS: other words for one account.", DefaultValueFactory = _ => [] };
        var media = new Option<string[]>("--media") { Description = "A picture; each needs its --alt.", DefaultValueFactory = _ => [] };
        var alt = new Option<string[]>("--alt") { Description = "What the picture shows, in the order of --media.", DefaultValueFactory = _ => [] };
        var campaign = new Option<string?>("--campaign") { Description = "A hashtag that every version carries." };
        var candour = new Option<bool>("--candour") { Description = "A family must be told before it is approved: comms draft told." };
        var marks = new Option<string[]>("--mark") { Description = "What it is, where a rule asks for more approvers, as named-patient; may be given again.", DefaultValueFactory = _ => [] };
        var kit = new Option<string?>("--kit") { Description = "The kit of a difficult story that must be ready before it is approved: comms kit." };
        var welsh = new Option<string?>("--welsh") { Description = "The same in Welsh: it stands first, and is approved with it." };
        var warning = new Option<string?>("--warning") { Description = "What it tells of, for those who may not want to read it; the first line where it cannot stand apart." };
        var welshWarning = new Option<string?>("--welsh-warning") { Description = "The same in Welsh." };
        var key = new Option<string?>("--key") { Description = "Your own name for the post: the same key is the same post." };
        var command = new Command("add", "Keep a draft; prints its id.") { text, accounts, variants, media, alt, campaign, candour, marks, kit, welsh, warning, welshWarning, key };
        command.SetAction(async (parsed, cancel) =>
        {
            var words = parsed.GetValue(text)!;
            var row = new PostRow
            {
                Text = words == "-" ? (await Console.In.ReadToEndAsync(cancel)).Trim() : words,
                Accounts = parsed.GetValue(accounts)!,
                Variants = Pairs(parsed.GetValue(variants)!),
                Media = [.. Pictures(parsed.GetValue(media)!, parsed.GetValue(alt)!)],
                Campaign = parsed.GetValue(campaign),
                Candour = parsed.GetValue(candour),
                Marks = parsed.GetValue(marks)!,
                Kit = parsed.GetValue(kit),
                Welsh = parsed.GetValue(welsh),
                Warning = parsed.GetValue(warning),
                WelshWarning = parsed.GetValue(welshWarning),
                Key = parsed.GetValue(key),
            };
            return await AddAsync(parsed, row, cancel);
        });
        return command;
    }

    private static async Task<int> AddAsync(ParseResult parsed, PostRow row, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var author = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author);
        var posts = new PostDesk(desk, Directory.GetCurrentDirectory());
        return await TellAsync(parsed, await posts.DraftAsync(row, author, cancel));
    }

    /// <summary>The draft's id with what stands against it, or why there is none.</summary>
    public static Task<int> TellAsync(ParseResult parsed, DraftResult result) => result switch
    {
        DraftResult.Added { Draft: var draft } => TellAsync(draft),
        DraftResult.Existing { Draft: var draft } => TellAsync(draft),
        DraftResult.Refused refused => Decision.RefuseAsync(parsed, refused.Reasons),
        _ => throw new InvalidOperationException("A draft has no other outcome."),
    };

    public static async Task<int> TellAsync(Draft draft)
    {
        foreach (var fault in draft.Faults.Concat(draft.Differences))
        {
            await Console.Error.WriteLineAsync($"comms: {fault}");
        }

        await Console.Out.WriteLineAsync(draft.Id);
        return ExitCode.Done;
    }

    private static Command Told()
    {
        var id = Id();
        var who = new Option<string>("--who") { Description = "Who told them, as 'the matron of Willow ward'.", Required = true };
        var whom = new Option<string>("--whom") { Description = "Whom, as 'the daughter'; no name is needed.", Required = true };
        var at = CaseChangeCommands.At("When");
        var command = new Command("told", "Record that the family was told of what a draft tells: it can be approved from then on.") { id, who, whom, at };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var draft = await desk.DraftAsync(parsed.GetValue(id)!, cancel);
            var told = new FamilyTold
            {
                Who = NotBlank.Words(parsed.GetValue(who), "who told them"),
                Whom = NotBlank.Words(parsed.GetValue(whom), "whom"),
                At = CaseChangeCommands.Instant(parsed.GetValue(at)) ?? desk.Engine.Clock.GetUtcNow(),
            };
            var result = await desk.Engine.Approval.RecordToldAsync(draft, told, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Candour), cancel);
            return result is ApprovalResult.Refused refused
                ? await Decision.RefuseAsync(parsed, refused.Reasons)
                : await TellAsync(draft);
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "All drafts: a table on a terminal, JSON Lines elsewhere.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            await DraftOutput.ListAsync(desk.Engine, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var id = Id();
        var command = new Command("show", "One draft as JSON: what would stand on each account, and what stands against it.") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var draft = await desk.DraftAsync(parsed.GetValue(id)!, cancel);
            await Console.Out.WriteLineAsync(DraftOutput.Json(draft, indented: true));
            return ExitCode.Done;
        });
        return command;
    }

    public static Dictionary<string, string> Pairs(IEnumerable<string> variants) => variants
        .Select(variant => variant.Split('=', 2))
        .ToDictionary(
            pair => pair[0],
            pair => pair.Length == 2 ? pair[1] : throw new InputException($"--variant {pair[0]}: it has the form ACCOUNT=WORDS"),
            StringComparer.Ordinal);

    public static IEnumerable<PostMedia> Pictures(string[] paths, string[] said) => paths.Zip(Padded(said, paths.Length), (path, alt) => new PostMedia(path, alt));

    private static IEnumerable<string> Padded(string[] said, int count) =>
        said.Concat(Enumerable.Repeat("", Math.Max(0, count - said.Length)));
}
