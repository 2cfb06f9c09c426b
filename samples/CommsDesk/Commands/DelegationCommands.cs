using System.CommandLine;
using Comms.Core.Calendars;
using Comms.Core.Governance;
using Comms.Core.Governance.Delegations;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms delegations lend|list|end</c>: those who are away lend roles of theirs until a day.</summary>
internal static class DelegationCommands
{
    private static readonly string[] Columns = ["id", "by", "to", "roles", "from", "until", "stands", "reason"];

    public static Command Create() => new("delegations", "Lend roles while you are away, until a day.") { Lend(), List(), End() };

    private static Command Lend()
    {
        var to = new Option<string>("--to") { Description = "Who stands in, an actor of the configuration.", Required = true, HelpName = "WHO" };
        var roles = new Option<string[]>("--role") { Description = "A role of yours; may be given again.", Required = true };
        var until = new Option<string>("--until") { Description = "The last day, as 2026-12-24.", Required = true, HelpName = "DAY" };
        var reason = new Option<string>("--reason") { Description = "Why, as 'on leave'.", Required = true };
        var command = new Command("lend", "Lend roles of yours; prints the delegation's id.") { to, roles, until, reason };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var lent = new NewDelegation
            {
                To = desk.Actor(parsed.GetValue(to)!, Permission.Author).Id,
                Roles = parsed.GetValue(roles)!,
                Until = Zones.Resolve(WeekArgument.Day(parsed.GetValue(until)!).AddDays(1).ToDateTime(TimeOnly.MinValue), desk.Config.Zone).Instant,
                Reason = NotBlank.Words(parsed.GetValue(reason), "why"),
            };
            return await TellAsync(await desk.Engine.Delegations.LendAsync(lent, Self(parsed, desk), cancel));
        });
        return command;
    }

    private static Command List()
    {
        var format = TableFormats.Option();
        var command = new Command("list", "Every delegation, those that have ended too.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var now = desk.Engine.Clock.GetUtcNow();
            var all = await desk.Engine.Delegations.ListAsync(cancel).ToListAsync(cancel);
            await TableOutput.WriteAsync("Delegations", Columns, all.Select(one => Cells(one, now)), parsed.GetValue(format)!, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command End()
    {
        var id = new Argument<string>("ID") { Description = "The delegation, as comms delegations list names it." };
        var command = new Command("end", "End a delegation now: yours, or one to you.") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            return await TellAsync(await desk.Engine.Delegations.EndAsync(parsed.GetValue(id)!, Self(parsed, desk), cancel));
        });
        return command;
    }

    /// <summary>Nobody lends by default.</summary>
    /// <exception cref="ConfigException">No one is named, or nobody of the name exists.</exception>
    private static Actor Self(ParseResult parsed, Desk desk) => desk.Actor(
        parsed.GetValue(DeskOptions.As) ?? throw new ConfigException("say whose roles they are: --as WHO"), Permission.Author);

    private static string[] Cells(Delegation one, DateTimeOffset now) =>
        [one.Id, one.By, one.To, string.Join(' ', one.Roles), CaseTable.At(one.From), CaseTable.At(one.Until), one.StandsAt(now) ? "yes" : "no", one.Reason];

    private static async Task<int> TellAsync(DelegationResult result)
    {
        if (result is DelegationResult.Refused refused)
        {
            return await Decision.SayAsync(refused.Reason, ExitCode.Nothing);
        }

        await Console.Out.WriteLineAsync(((DelegationResult.Kept)result).Delegation.Id);
        return ExitCode.Done;
    }
}
