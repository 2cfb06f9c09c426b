using System.CommandLine;
using Comms.Core.Cases.Consultations;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms cases response</c> and <c>comms cases responses</c>: what came in to a consultation, against its questions.</summary>
internal static class ConsultationCommands
{
    public static Command Log()
    {
        var consultation = new Option<string>("--consultation") { Description = "The consultation, as the configuration names it.", HelpName = "C", Required = true };
        var questions = new Option<string[]>("--question") { Description = "A question that it answers; again for another.", HelpName = "Q", DefaultValueFactory = _ => [] };
        var command = new Command("response", "Say which questions of a consultation a case answers.") { consultation, questions };
        return CaseChangeCommands.Changing(command, (parsed, desk, id, by, cancel) => desk.Engine.Cases.LogResponseAsync(
            id, new ConsultationResponse { Consultation = parsed.GetValue(consultation)!, Questions = [.. parsed.GetValue(questions)!.Distinct(StringComparer.Ordinal)] }, by, cancel));
    }

    public static Command Collect()
    {
        var id = new Argument<string>("CONSULTATION") { Description = "The consultation, as the configuration names it." };
        var format = DocumentFormats.Option(besides: ["csv", "xlsx"]);
        var command = new Command("responses", "What came in to a consultation: the counts of each question and the words, without personal data.") { id, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var report = await desk.Engine.Cases.CollectAsync(Find(desk, parsed.GetValue(id)!), desk.Viewer(parsed.GetValue(DeskOptions.As)), cancel);
            await (TableFormats.IsOne(parsed.GetValue(format)!)
                ? TableOutput.WriteAsync("Responses", ResponseTable.Columns, ResponseTable.Rows(report), parsed.GetValue(format)!, cancel)
                : DocumentOutput.WriteAsync(ConsultationPage.ToDocument(report, desk.Config.Zone), DocumentFormats.Of(parsed.GetValue(format)!), cancel));
            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="ConfigException">There is no such consultation.</exception>
    private static Consultation Find(Desk desk, string id) =>
        desk.Config.Consultations.FirstOrDefault(one => one.Id == id)
        ?? throw new ConfigException($"the configuration has no consultation '{id}'; it has {string.Join(", ", desk.Config.Consultations.Select(one => one.Id))}");
}
