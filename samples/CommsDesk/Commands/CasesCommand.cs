using System.CommandLine;
using Comms.Core.Cases;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms cases list|show</c>: what asks someone to act, with its duties.</summary>
internal static class CasesCommand
{
    public static Command Create() => new("cases", "What asks someone to act, and by when.") { List(), Show() };

    private static Command List()
    {
        var team = new Option<string?>("--team") { Description = "Only those of this team.", HelpName = "T" };
        var command = new Command("list", "Open cases as JSON Lines: the most pressing first, then what is due first.") { team };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var wanted = parsed.GetValue(team);
            var cases = (await ReadAsync(desk, cancel)).Where(one => wanted is null || one.Team == wanted)
                .OrderByDescending(one => one.Urgency).ThenBy(FirstDue).ThenByDescending(one => one.Priority).ThenBy(one => one.Id, StringComparer.Ordinal);
            await using var lines = new JsonLines(Console.OpenStandardOutput());
            foreach (var one in cases)
            {
                CaseJson.Write(lines.Writer, one);
                await lines.EndAsync(cancel);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("ID") { Description = "The case, as comms cases list names it." };
        var command = new Command("show", "One case as JSON.") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var found = (await ReadAsync(desk, cancel)).Find(one => one.Id == parsed.GetValue(id))
                ?? throw new ConfigException($"there is no case {parsed.GetValue(id)}");
            await using var lines = new JsonLines(Console.OpenStandardOutput());
            CaseJson.Write(lines.Writer, found);
            await lines.EndAsync(cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static DateOnly FirstDue(Case one) => one.Obligations.Select(duty => duty.Due).DefaultIfEmpty(DateOnly.MaxValue).Min();

    private static async Task<List<Case>> ReadAsync(Desk desk, CancellationToken cancel)
    {
        var cases = new List<Case>();
        await foreach (var one in desk.Engine.Cases.ListAsync(cancel))
        {
            cases.Add(one);
        }

        return cases;
    }
}
