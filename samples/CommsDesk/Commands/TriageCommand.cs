using System.CommandLine;
using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Triage;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms triage</c>: one JSON line a message, in order. Needs no ledger.</summary>
internal static class TriageCommand
{
    public static Command Create()
    {
        var options = new TriageArguments();
        var command = new Command("triage", "Judge messages: one JSON line each, in order.");
        options.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, options, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TriageArguments options, CancellationToken cancel)
    {
        var column = parsed.GetValue(options.TextColumn);
        var input = RowInput.From(parsed.GetValue(options.Input), options.FormatOf(parsed), column is not null);
        var triager = Triager(parsed, options);
        var meter = parsed.GetValue(options.Stats) ? new TriageMeter(triager) : null;
        await using var lines = new JsonLines(Output(parsed.GetValue(options.Output)!));
        await using var rejects = new Rejects(parsed.GetValue(options.Rejects));
        var items = Posted(new MessageRows(input, column, options.Clock(parsed)).ReadAsync(cancel), rejects, cancel);
        var messages = 0L;
        await foreach (var (item, judged) in meter?.TriageAsync(items, input.Name, cancel) ?? triager.TriageItemsAsync(items, input.Name, cancel: cancel))
        {
            TriageJson.Write(lines.Writer, item.Id, judged);
            await lines.EndAsync(cancel);
            messages++;
        }

        if (meter is not null)
        {
            await Console.Error.WriteLineAsync(meter.Json(rejects.Count));
        }

        return rejects.Count == 0 ? ExitCode.Done : messages > 0 ? ExitCode.SetAside : ExitCode.Nothing;
    }

    /// <summary>The messages; what cannot be one is set aside as it is met.</summary>
    private static async IAsyncEnumerable<SourceItem> Posted(
        IAsyncEnumerable<SourceEvent> rows, Rejects rejects, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (row is SourceEvent.Posted posted)
            {
                yield return posted.Item;
            }
            else if (row is SourceEvent.Unreadable bad)
            {
                await rejects.AddAsync(bad, cancel);
            }
        }
    }

    private static Triager Triager(ParseResult parsed, TriageArguments options)
    {
        var config = DeskOptions.ReadConfig(parsed);
        return Comms.Core.Triage.Triager.Create(new TriagerOptions
        {
            Policy = Policies.Read(parsed.GetValue(options.Policy) ?? config.Policy),
            Model = parsed.GetValue(options.Model) is { } model ? Models.Read(model) : null,
            Nation = config.Nation,
            Zone = config.Zone,
        });
    }

    private static Stream Output(string path) => path == "-" ? Console.OpenStandardOutput() : File.Create(path);
}
