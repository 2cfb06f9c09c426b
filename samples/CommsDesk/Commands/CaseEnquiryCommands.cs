using System.CommandLine;
using Comms.Core.Cases;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms cases enquiry</c> and <c>comms cases enquiries</c>: the media log.</summary>
internal static class CaseEnquiryCommands
{
    public static Command Log()
    {
        var outlet = Text("--outlet", "Who asks, as 'the Herald'; needed the first time.");
        var reporter = Text("--reporter", "The journalist.");
        var deadline = new Option<string?>("--deadline") { Description = "By when they need an answer, as 2026-11-27T16:00:00Z.", HelpName = "TIME" };
        var line = Text("--line", "The line that was given.");
        var spoke = Text("--spoke", "Who spoke to them.");
        var printed = Text("--printed", "What was printed or broadcast, or where.");
        var command = new Command("enquiry", "Log what a journalist asked and what came of it; what is not given stays as it is.") { outlet, reporter, deadline, line, spoke, printed };
        return CaseChangeCommands.Changing(command, (parsed, desk, id, by, cancel) => desk.Engine.Cases.LogEnquiryAsync(
            id,
            new MediaEnquiry
            {
                Outlet = Words(parsed, outlet),
                Reporter = Words(parsed, reporter),
                Deadline = CaseChangeCommands.Instant(parsed.GetValue(deadline)),
                Line = Words(parsed, line),
                Spokesperson = Words(parsed, spoke),
                Printed = Words(parsed, printed),
            },
            by,
            cancel));
    }

    public static Command List()
    {
        var format = TableFormats.Option();
        var command = new Command("enquiries", "The media log: every enquiry, open or closed, as a spreadsheet.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var cases = await desk.Engine.Cases.ListAsync(desk.Viewer(parsed.GetValue(DeskOptions.As)), cancel).Where(one => one.Enquiry is not null).ToListAsync(cancel);
            await TableOutput.WriteAsync("Enquiries", EnquiryTable.Columns, cases.Select(one => EnquiryTable.Cells(one, one.Enquiry!)), parsed.GetValue(format)!, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> Text(string name, string what) => new(name) { Description = what };

    private static string? Words(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } words ? NotBlank.Words(words, option.Name.TrimStart('-')) : null;
}
