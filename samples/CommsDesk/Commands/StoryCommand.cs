using System.CommandLine;
using Comms.Core.Documents;
using Comms.Core.Stories;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms story build</c>: cards from many platforms with notes between, as a page without script. A file that was exported
/// (<c>--format json</c>) is built again as it was. Needs no ledger but to deliver it.
/// </summary>
internal static class StoryCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The story as JSON: a document, or an exported story; - for the pipe.", HelpName = "STORY.json" };
        var format = DocumentFormats.Option(DocumentFormat.Html);
        var to = PageDelivery.To();
        var build = new Command("build", "Build a story, with where each card came from. --format json exports it.") { file, to, format };
        build.SetAction(async (parsed, cancel) =>
        {
            var story = await StoryInput.ReadAsync(parsed.GetValue(file)!, cancel);
            var form = DocumentFormats.Of(parsed.GetValue(format)!);
            if (parsed.GetValue(to) is { Length: > 0 } accounts)
            {
                await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
                return await PageDelivery.DeliverAsync(parsed, desk, story.ToDocument(), accounts, form, cancel);
            }

            await WriteAsync(story, form, cancel);
            return ExitCode.Done;
        });
        return new Command("story", "Stories from many platforms that embed anywhere without script.") { build };
    }

    private static Task WriteAsync(Story story, DocumentFormat format, CancellationToken cancel) => format == DocumentFormat.Json
        ? DocumentOutput.WriteAsync(StoryArchive.Write(story), cancel)
        : DocumentOutput.WriteAsync(story.ToDocument(), format, cancel);
}
