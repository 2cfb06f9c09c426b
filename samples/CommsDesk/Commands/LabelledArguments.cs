using System.CommandLine;
using CommsDesk.Input;
using CommsDesk.Learning;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>The options that <c>comms train</c> and <c>comms evaluate</c> share.</summary>
internal sealed class LabelledArguments
{
    public LabelledArguments() => Format.AcceptOnlyFromAmong("text", "json");

    public Option<string> Input { get; } = new("--input")
    {
        Description = "Labelled messages: CSV, JSON Lines or .xlsx; - reads CSV from the pipe.",
        Required = true,
        HelpName = "F",
    };

    public Option<string[]> Label { get; } = new("--label")
    {
        Description = "The column of labels. Named several times: columns of 1 and 0, a label each.",
        Required = true,
        HelpName = "C",
    };

    public Option<bool> MultiLabel { get; } = new("--multi-label")
    {
        Description = "Any number of labels may hold: a cell lists them with | or ; between, or is a JSON array.",
    };

    public Option<string?> TextColumn { get; } = new("--text-column") { Description = "The column that holds the words.", HelpName = "C" };

    public Option<string?> Rejects { get; } = new("--rejects")
    {
        Description = "Where to write what was set aside; without it, stderr names each.",
        HelpName = "F",
    };

    public Option<string> Format { get; } = new("--format") { Description = "Of the figures: text or json.", DefaultValueFactory = _ => "text" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Input, Label, MultiLabel, TextColumn, Rejects, Format })
        {
            command.Options.Add(option);
        }
    }

    public bool Several(ParseResult parsed) => parsed.GetValue(MultiLabel) || parsed.GetValue(Label)!.Length > 1;

    public Task<LabelledFile> ReadAsync(ParseResult parsed, string path, Rejects rejects, CancellationToken cancel) => LabelledRows.ReadAsync(
        RowInput.From(path, format: null, columnNamed: true), parsed.GetValue(TextColumn), parsed.GetValue(Label)!, rejects, cancel);

    public Task ReportAsync(ParseResult parsed, EvaluationReport report) =>
        Console.Out.WriteLineAsync(parsed.GetValue(Format) == "json" ? EvaluationJson.Write(report) : EvaluationText.Write(report));
}
