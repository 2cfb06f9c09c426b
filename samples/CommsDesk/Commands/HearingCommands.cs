using System.CommandLine;
using Comms.Core.Documents;
using Comms.Core.Insights.Openings;
using Comms.Core.Insights.Reporting;
using Comms.Core.Insights.Unheard;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms insights opening</c>: what became of a channel's busy start; <c>comms insights unheard</c>: who is not heard.</summary>
internal static class HearingCommands
{
    public static Command Opening()
    {
        var sources = new Option<string[]>("--source") { Description = "A source that hears what comes by the channel. As often as you like.", HelpName = "S", Required = true };
        var opened = new Option<string>("--opened") { Description = "The day on which it opened, as 2026-09-02.", HelpName = "D", Required = true };
        var weeks = new Option<int>("--weeks") { Description = "How many weeks the busy start is; as many of the latest are held against it.", HelpName = "N", DefaultValueFactory = _ => 4 };
        var doors = new Option<string[]>("--door") { Description = "A source that complaints are meant to come by. As often as you like.", HelpName = "S" };
        var format = DocumentFormats.Option();
        weeks.Between(2, 52);
        var command = new Command("opening", "Wait and see, measured: whether the busy start slows, and whether people find the right door.")
        {
            sources, opened, weeks, doors, InsightsCommand.Until, InsightsCommand.ShowSmall, format,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var report = await desk.Engine.Insights.OpeningAsync(
                new OpeningRequest
                {
                    Sources = parsed.GetValue(sources)!,
                    Opened = WeekArgument.Day(parsed.GetValue(opened)!),
                    LastDay = InsightsCommand.LastDay(parsed, desk),
                    Zone = desk.Config.Zone,
                    Weeks = parsed.GetValue(weeks),
                    Doors = parsed.GetValue(doors) ?? [],
                    FewestShown = parsed.GetValue(InsightsCommand.ShowSmall) ? 1 : 5,
                },
                cancel);
            return await WriteAsync(OpeningPage.ToDocument(report), parsed.GetValue(format)!, cancel);
        });
        return command;
    }

    public static Command Unheard()
    {
        var survey = new Option<string[]>("--survey") { Description = "A source that brings the survey, as often as you like; without it, whatever answers a survey's question.", HelpName = "S" };
        var days = new Option<int>("--days") { Description = "How many days, back from the last.", HelpName = "N", DefaultValueFactory = _ => 182 };
        var format = DocumentFormats.Option();
        days.Between(1, 3660);
        var command = new Command("unheard", "Who is not heard: what the survey names and the messages do not.") { survey, days, InsightsCommand.Until, InsightsCommand.ShowSmall, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var report = await desk.Engine.Insights.UnheardAsync(
                new UnheardRequest
                {
                    LastDay = InsightsCommand.LastDay(parsed, desk),
                    Zone = desk.Config.Zone,
                    Days = parsed.GetValue(days),
                    Survey = parsed.GetValue(survey) ?? [],
                    FewestShown = parsed.GetValue(InsightsCommand.ShowSmall) ? 1 : 5,
                },
                cancel);
            return await WriteAsync(UnheardPage.ToDocument(report), parsed.GetValue(format)!, cancel);
        });
        return command;
    }

    private static async Task<int> WriteAsync(Document document, string format, CancellationToken cancel)
    {
        await DocumentOutput.WriteAsync(document, DocumentFormats.Of(format), cancel);
        return ExitCode.Done;
    }
}
