using System.CommandLine;
using Comms.Core.Documents;
using Comms.Core.Stories;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms story build</c>: cards from many platforms with notes between, as a page without script. A file that was exported
/// (<c>--format json</c>) is built again as it was. Needs no ledger.
/// </summary>
internal static class StoryCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The story as JSON: a document, or an exported story; - for the pipe.", HelpName = "STORY.json" };
        var format = DocumentFormats.Option(DocumentFormat.Html);
        var build = new Command("build", "Build a story, with where each card came from. --format json exports it.") { file, format };
        build.SetAction(async (parsed, cancel) =>
        {
            var story = await StoryInput.ReadAsync(parsed.GetValue(file)!, cancel);
            await WriteAsync(story, DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return new Command("story", "Stories from many platforms that embed anywhere without script.") { build };
    }

    private static Task WriteAsync(Story story, DocumentFormat format, CancellationToken cancel) => format == DocumentFormat.Json
        ? DocumentOutput.WriteAsync(StoryArchive.Write(story), cancel)
        : DocumentOutput.WriteAsync(story.ToDocument(), format, cancel);
}
