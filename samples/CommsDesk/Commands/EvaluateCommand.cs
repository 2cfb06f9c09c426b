using System.CommandLine;
using Comms.Core.Triage.Training;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Learning;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms evaluate</c>: how a model does on labelled messages. Needs no ledger.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var data = new LabelledArguments();
        var model = new Option<string>("--model") { Description = $"A trained model, or {Models.Shipped}.", Required = true, HelpName = "F" };
        var head = new Option<string?>("--head") { Description = "Which head to measure; without it, the one that knows most of the labels.", HelpName = "NAME" };
        var command = new Command("evaluate", "Measure a model on labelled messages.") { model, head };
        data.AddTo(command);
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed, data, parsed.GetValue(model)!, parsed.GetValue(head), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, LabelledArguments data, string name, string? named, CancellationToken cancel)
    {
        var model = Models.Read(name);
        await using var rejects = new Rejects(parsed.GetValue(data.Rejects));
        var file = await data.ReadAsync(parsed, parsed.GetValue(data.Input)!, rejects, cancel);
        var (head, cells) = HeadChoice.Of(model, named, file, parsed.GetValue(data.MultiLabel));
        var examples = HeadChoice.Spell(head, await Examples.OfAsync(file.Rows, cells, rejects, cancel));
        if (examples.Count == 0)
        {
            throw new InputException($"{file.Name}: no row can be measured on");
        }

        var evaluation = ModelEvaluator.Evaluate(model, head.Name, examples);
        await Console.Error.WriteLineAsync($"comms: {file.Name}: {examples.Count} rows; {cells.Says}");
        var unknown = evaluation.Labels.Where(label => label.Threshold is null).Select(label => KeyValuePair.Create(label.Name, label.Support)).ToList();
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"comms: missed, since the model does not know them: {TrainingPlan.Show(unknown)}");
        }

        await data.ReportAsync(parsed, new EvaluationReport(evaluation, $"{name} on {file.Name}"));
        return rejects.Count == 0 ? ExitCode.Done : ExitCode.SetAside;
    }
}
