using System.CommandLine;
using System.Globalization;
using CommsDesk.Demo;
using CommsDesk.Input;

namespace CommsDesk.Commands;

/// <summary>The options of <c>comms triage</c>.</summary>
internal sealed class TriageArguments
{
    private static readonly Dictionary<string, RowFormat> Formats = new(StringComparer.Ordinal)
    {
        ["jsonl"] = RowFormat.Jsonl,
        ["csv"] = RowFormat.Csv,
        ["text"] = RowFormat.Text,
    };

    public TriageArguments() => Format.AcceptOnlyFromAmong([.. Formats.Keys]);

    public Option<string> Input { get; } = new("--input") { Description = "A file, or - for the pipe.", DefaultValueFactory = _ => "-", HelpName = "F" };

    public Option<string?> Format { get; } = new("--format") { Description = "jsonl, csv or text; without it, told by the name." };

    public Option<string?> TextColumn { get; } = new("--text-column") { Description = "The column that holds the words.", HelpName = "C" };

    public Option<string> Output { get; } = new("--output") { Description = "A file, or - for stdout.", DefaultValueFactory = _ => "-", HelpName = "F" };

    public Option<string?> Policy { get; } = new("--policy") { Description = "Teams and rules; without it, those of the configuration.", HelpName = "F" };

    public Option<string?> Model { get; } = new("--model") { Description = "A trained model; without it, the one that ships.", HelpName = "F" };

    public Option<string?> Rejects { get; } = new("--rejects") { Description = "Where to write what was set aside; without it, stderr names each.", HelpName = "F" };

    public Option<string?> Now { get; } = new("--now") { Description = "The time of messages that carry none; without it, the clock.", HelpName = "TIME" };

    public Option<bool> Stats { get; } = new("--stats") { Description = "End stderr with one JSON line of counts and speed of triage alone." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Input, Format, TextColumn, Output, Policy, Model, Rejects, Now, Stats })
        {
            command.Options.Add(option);
        }
    }

    public RowFormat? FormatOf(ParseResult parsed) => parsed.GetValue(Format) is { } name ? Formats[name] : null;

    public TimeProvider Clock(ParseResult parsed)
    {
        if (parsed.GetValue(Now) is not { } now)
        {
            return TimeProvider.System;
        }

        return DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new WeekClock(time)
            : throw new InputException($"--now: {now} is no time");
    }
}
