using System.CommandLine;
using Comms.Core.Exercises;
using CommsDesk.Input;

namespace CommsDesk.Commands;

/// <summary><c>comms exercise import</c>: a scenario of the list of events that planners keep. A bad row is named and the others go in.</summary>
internal static class ExerciseImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("LIST") { Description = "Events as CSV or .xlsx: number, day, time, type, method, from, to, description, expected action, learning points, minutes." };
        var starts = new Option<string>("--starts") { Description = "When the situation begins, as 2026-12-07T07:00, in the configuration's zone.", Required = true, HelpName = "TIME" };
        var name = new Option<string?>("--name") { Description = "What the exercise is called; the file's name without it.", HelpName = "NAME" };
        var output = new Option<string?>("--out") { Description = "The scenario's file; standard output without it.", HelpName = "F" };
        var command = new Command("import", "Make a scenario of a planner's list; accounts, publics and rights are filled in afterwards.") { file, starts, name, output };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed, parsed.GetValue(file)!, parsed.GetValue(starts)!, parsed.GetValue(name), parsed.GetValue(output), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string file, string starts, string? name, string? output, CancellationToken cancel)
    {
        var config = DeskOptions.ReadConfig(parsed);
        var input = RowInput.From(file, file == "-" ? RowFormat.Csv : null, columnNamed: true);
        var (rows, bad) = await RowsAsync(input, cancel);
        var reading = EventsListReader.Read(rows, new EventsListOptions
        {
            Name = name ?? (file == "-" ? "Exercise" : Path.GetFileNameWithoutExtension(file)),
            Starts = WallTime.Parse(starts).Local ?? throw new InputException($"--starts is a wall time such as 2026-12-07T07:00, not {starts}"),
            Zone = config.Zone,
            Nation = config.Nation,
        });
        foreach (var fault in bad.Concat(reading.Faults).OrderBy(fault => fault.Line))
        {
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"comms: {input.Name}:{fault.Line}: {fault.Reason}"));
        }

        if (reading.Scenario is not { } scenario)
        {
            return ExitCode.Nothing;
        }

        await WriteAsync(reading.Json, output, cancel);
        await Console.Error.WriteLineAsync(FormattableString.Invariant(
            $"comms: {scenario.Injects} injects and {scenario.Expectations} expectations; give it accounts, and say what each role may do"));
        return bad.Count + reading.Faults.Count == 0 ? ExitCode.Done : ExitCode.SetAside;
    }

    private static async Task<(List<EventsListRow> Rows, List<ScenarioFault> Bad)> RowsAsync(RowInput input, CancellationToken cancel)
    {
        var (rows, bad) = (new List<EventsListRow>(), new List<ScenarioFault>());
        await using var stream = input.Open();
        await foreach (var row in input.ReadAsync(stream, cancel))
        {
            if (row.Fault is { } fault)
            {
                bad.Add(new ScenarioFault((int)row.Line, fault));
            }
            else
            {
                rows.Add(new EventsListRow(row.Line, row.Fields));
            }
        }

        return (rows, bad);
    }

    private static async Task WriteAsync(ReadOnlyMemory<byte> json, string? output, CancellationToken cancel)
    {
        await using var to = output is null ? Console.OpenStandardOutput() : File.Create(output);
        await to.WriteAsync(json, cancel);
        to.WriteByte((byte)'\n');
    }
}
