using System.CommandLine;
using Comms.Core.Governance;
using Comms.Core.Governance.LegalHolds;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms legal-hold</c>: what an inquiry, an information request or a claim needs is kept, whoever erases or deletes it.</summary>
internal static class LegalHoldCommands
{
    private static readonly Argument<string> Key = new("NAME") { Description = "The hold's name, as a file's number, naming nobody." };

    public static Command Create() => new("legal-hold", "Keep what an inquiry, an information request or a claim needs.") { Place(), Release(), List(), Kept() };

    private static Command Place()
    {
        var reason = new Option<string>("--reason") { Description = "Why, naming nobody.", Required = true };
        var owner = new Option<string>("--owner") { Description = "Who sees to it: a role or a team.", Required = true };
        var review = new Option<string>("--review") { Description = "When to look again whether it is needed, as 2027-11-30.", HelpName = "DAY", Required = true };
        var message = new Option<string[]>("--message") { Description = "A message, by id; again for each.", HelpName = "ID" };
        var person = new Option<string[]>("--person") { Description = "An account whose words are kept, as @user@host; again for each.", HelpName = "ID" };
        var from = new Option<string?>("--from") { Description = "Everything written from this day on, where the team is.", HelpName = "DAY" };
        var to = new Option<string?>("--to") { Description = "Everything written to the end of this day.", HelpName = "DAY" };
        var command = new Command("place", "Place a hold, in the place of an earlier one of its name.") { Key, reason, owner, review, message, person, from, to };
        command.Validators.Add(result =>
        {
            if (result.GetValue(message) is not [_, ..] && result.GetValue(person) is not [_, ..] && result.GetValue(from) is null && result.GetValue(to) is null)
            {
                result.AddError("say what is kept: --message, --person, --from or --to");
            }
        });
        return Changing(command, (parsed, desk, by, cancel) => desk.Engine.LegalHolds.PlaceAsync(
            new NewLegalHold
            {
                Key = NotBlank.Words(parsed.GetValue(Key), "the name"),
                Reason = NotBlank.Words(parsed.GetValue(reason), "--reason"),
                Owner = NotBlank.Words(parsed.GetValue(owner), "--owner"),
                ReviewOn = WeekArgument.Day(parsed.GetValue(review)!),
                Messages = parsed.GetValue(message) ?? [],
                Writers = parsed.GetValue(person) ?? [],
                From = parsed.GetValue(from) is { } first ? WeekArgument.Start(desk, WeekArgument.Day(first)) : null,
                To = parsed.GetValue(to) is { } last ? WeekArgument.Start(desk, WeekArgument.Day(last).AddDays(1)) : null,
            },
            by,
            cancel));
    }

    private static Command Release()
    {
        var reason = new Option<string>("--reason") { Description = "Why, naming nobody.", Required = true };
        var command = new Command("release", "Release a hold: what it kept alone goes with the next comms retention.") { Key, reason };
        return Changing(command, (parsed, desk, by, cancel) => desk.Engine.LegalHolds.ReleaseAsync(NotBlank.Words(parsed.GetValue(Key), "the name"), NotBlank.Words(parsed.GetValue(reason), "--reason"), by, cancel));
    }

    private static Command List()
    {
        var format = TableFormats.Option();
        var command = new Command("list", "Every hold, with its owner and when to look again.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var holds = await desk.Engine.LegalHolds.ListAsync(cancel).ToListAsync(cancel);
            await TableOutput.WriteAsync("Legal holds", Columns, holds.Select(Cells), parsed.GetValue(format)!, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Kept()
    {
        var command = new Command("kept", "The copies that are kept of what is gone everywhere else, as JSON Lines; that they were read is in the audit.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            return await PersonCommands.TellAsync(await desk.Engine.Persons.ReadKeptAsync(By(parsed, desk), cancel), withoutWords: false, cancel);
        });
        return command;
    }

    private static string[] Columns { get; } = ["hold", "reason", "owner", "review on", "messages", "accounts", "from", "to", "placed", "by", "released"];

    private static string[] Cells(LegalHold one) =>
    [
        one.Key, one.Reason, one.Owner, CaseJson.Day(one.ReviewOn), string.Join(' ', one.Messages), string.Join(' ', one.Writers),
        At(one.From), At(one.To), CaseTable.At(one.PlacedAt), one.PlacedBy, At(one.ReleasedAt),
    ];

    private static string At(DateTimeOffset? at) => at is { } instant ? CaseTable.At(instant) : "";

    private static Actor By(ParseResult parsed, Desk desk) => desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Govern);

    private static Command Changing(Command command, Func<ParseResult, Desk, Actor, CancellationToken, ValueTask<LegalHoldResult>> change)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            return await change(parsed, desk, By(parsed, desk), cancel) is LegalHoldResult.Refused refused
                ? await Decision.SayAsync(refused.Reason, ExitCode.Nothing)
                : ExitCode.Done;
        });
        return command;
    }
}
