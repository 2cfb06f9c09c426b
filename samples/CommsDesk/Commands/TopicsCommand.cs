using System.CommandLine;
using Comms.Core.Listening.Topics;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms topics</c>: what people talk of, what rises above the usual, and which conversations to join.</summary>
internal static class TopicsCommand
{
    public static Command Create()
    {
        var days = new Option<int>("--days") { Description = "How many days back from now.", HelpName = "N", DefaultValueFactory = _ => 7 };
        var history = new Option<int>("--history") { Description = "How many weeks before them say what is usual.", HelpName = "WEEKS", DefaultValueFactory = _ => 12 };
        var format = DocumentFormats.Option();
        days.Between(1, 31);
        history.Between(2, 104);
        var command = new Command("topics", "What people talk of, what rises above the usual, and which conversations to join.") { days, history, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var request = new TopicRequest
            {
                Topics = desk.Config.Topics,
                To = desk.Engine.Clock.GetUtcNow(),
                Zone = desk.Config.Zone,
                Days = parsed.GetValue(days),
                HistoryWeeks = parsed.GetValue(history),
            };
            await DocumentOutput.WriteAsync(TopicPage.ToDocument(await desk.Engine.Topics.SurveyAsync(request, cancel)), DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }
}
