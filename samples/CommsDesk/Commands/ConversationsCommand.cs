using System.CommandLine;
using Comms.Core.Planning;
using Comms.Core.Planning.Conversations;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms conversations</c>: how far the team is in conversation, from what it did, and what would move it up.</summary>
internal static class ConversationsCommand
{
    private const int MostWeeks = 52;

    public static Command Create()
    {
        var weeks = new Option<int>("--weeks") { Description = "How many weeks back from now.", HelpName = "N", DefaultValueFactory = _ => 4 };
        var together = new Option<int>("--made-together") { Description = "How many things were made together with the public in that time: a person counts them.", HelpName = "N" };
        var format = DocumentFormats.Option();
        weeks.Between(1, MostWeeks);
        together.Between(0, int.MaxValue);
        var command = new Command("conversations", "How far the team is in conversation with its public, and the habit that would move it up.") { weeks, together, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var plan = await Plans.ReadAsync(desk, cancel);
            var now = desk.Engine.Clock.GetUtcNow();
            var acts = await desk.Engine.Planning.ConversationsAsync(now.AddDays(-7 * parsed.GetValue(weeks)), now, cancel);
            var measure = ConversationMeasure.Of(acts with { MadeTogether = parsed.GetValue(together) }, plan.Team ?? new TeamTime { People = 1 });
            var page = ConversationPage.ToDocument(measure, desk.Config.Zone, Sustained(plan, desk));
            await DocumentOutput.WriteAsync(page, DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What the minutes of the week bear beside its posts; null when the plan names no team.</summary>
    private static ConversationStage? Sustained(Plan plan, Desk desk)
    {
        var monday = WeekArgument.Of(desk).Monday;
        return plan.Team is null ? null : Workload.Of(plan, monday, monday.AddDays(6)).Sustains;
    }
}
