using System.CommandLine;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Learning;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms train</c>: a model of the organisation's own labels, and how well it does. Needs no ledger.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var (data, options) = (new LabelledArguments(), new TrainArguments());
        var command = new Command("train", "Learn a column of labels from your own messages.");
        data.AddTo(command);
        options.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, data, options, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, LabelledArguments data, TrainArguments options, CancellationToken cancel)
    {
        await using var rejects = new Rejects(parsed.GetValue(data.Rejects));
        var several = data.Several(parsed);
        var (file, examples) = await ReadAsync(parsed, data, parsed.GetValue(data.Input)!, rejects, cancel);
        var plan = TrainingPlan.Of(file, examples, several, parsed.GetValue(options.Head), parsed.GetValue(options.Least));
        var apart = parsed.GetValue(options.Holdout) is { } holdout ? await HoldoutAsync(parsed, data, plan, holdout, rejects, cancel) : null;
        var (model, report) = Learn(plan, Options(parsed, options, plan), apart, cancel);
        var bytes = await WriteAsync(model, parsed.GetValue(options.Output)!, cancel);

        await SayAsync(plan, model, parsed.GetValue(options.Output)!, bytes);
        await data.ReportAsync(parsed, report with { Source = apart is null ? report.Source : $"held out in {parsed.GetValue(options.Holdout)}" });
        return rejects.Count == 0 ? ExitCode.Done : ExitCode.SetAside;
    }

    private static async Task<(LabelledFile File, IReadOnlyList<TrainingExample> Examples)> ReadAsync(
        ParseResult parsed, LabelledArguments data, string path, Rejects rejects, CancellationToken cancel)
    {
        var file = await data.ReadAsync(parsed, path, rejects, cancel);
        var cells = LabelCells.Of(file.Columns, data.Several(parsed), file.Rows);
        var examples = await Examples.OfAsync(file.Rows, cells, rejects, cancel);
        await Console.Error.WriteLineAsync($"comms: {file.Name}: {examples.Count} rows; {cells.Says}");
        return (file, examples);
    }

    private static async Task<IReadOnlyList<TrainingExample>> HoldoutAsync(
        ParseResult parsed, LabelledArguments data, TrainingPlan plan, string path, Rejects rejects, CancellationToken cancel)
    {
        var (_, examples) = await ReadAsync(parsed, data, path, rejects, cancel);
        if (examples.Count == 0)
        {
            throw new InputException($"{path}: no row can be measured on");
        }

        var learnt = plan.Set.Examples.Select(example => example.Text.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (examples.Count(example => learnt.Contains(example.Text.Trim())) is > 0 and var seen)
        {
            await Console.Error.WriteLineAsync($"comms: {path}: {seen} of these texts are learnt from too, which flatters the figures");
        }

        return SentimentLabels.Are(plan.Set.Examples.SelectMany(example => example.Labels)) ? SentimentLabels.Lower(examples) : examples;
    }

    private static TrainingOptions Options(ParseResult parsed, TrainArguments options, TrainingPlan plan) => new()
    {
        Seed = parsed.GetValue(options.Seed),
        Bits = parsed.GetValue(options.Bits) ?? plan.Bits,
        Base = parsed.GetValue(options.Base) is { } known ? Models.Read(known) : null,
    };

    private static (TriageModel Model, EvaluationReport Report) Learn(
        TrainingPlan plan, TrainingOptions options, IReadOnlyList<TrainingExample>? apart, CancellationToken cancel)
    {
        using var screen = new ProgressLine("training", TimeProvider.System);
        if (apart is not null)
        {
            var alone = ModelTrainer.Train([plan.Set], options, screen, cancel);
            return (alone, new EvaluationReport(ModelEvaluator.Evaluate(alone, plan.Set.Name, apart), "held out"));
        }

        var (model, heldOut) = ModelTrainer.TrainAndMeasure([plan.Set], options, screen, cancel);
        var source = heldOut[0].Share < 1 ? "a fifth, held out" : "cross-validated in five parts";
        return (model, new EvaluationReport(heldOut[0].Figures, $"{source}, each text once"));
    }

    private static async Task<long> WriteAsync(TriageModel model, string path, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        model.Write(bytes);
        await File.WriteAllBytesAsync(path, bytes.ToArray(), cancel);
        return bytes.Length;
    }

    private static async Task SayAsync(TrainingPlan plan, TriageModel model, string path, long bytes)
    {
        if (plan.TooFew.Count > 0)
        {
            await Console.Error.WriteLineAsync(
                $"comms: not learnt, with fewer than {plan.Set.LeastPerLabel} examples: {TrainingPlan.Show(plan.TooFew)}");
        }

        var heads = string.Join(" and ", model.Heads.Select(head => head.Name));
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"comms: {path}: {heads}, {bytes / 1e6:0.00} MB"));
        if (!model.Heads.Any(head => SentimentLabels.Are(head.Labels.Select(label => label.Name))))
        {
            await Console.Error.WriteLineAsync("comms: it judges no sentiment; --base shipped keeps that of the shipped model beside it");
        }
    }
}
