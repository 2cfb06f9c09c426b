using System.CommandLine;
using Comms.Core.Channels.Fetching;
using Comms.Core.Documents;
using Comms.Core.Stories;
using Comms.Core.Stories.Embeds;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms story build</c>: cards from many platforms with notes between, as a page without script. A file that was exported
/// (<c>--format json</c>) is built again as it was. Needs no ledger but to deliver it.
/// </summary>
internal static class StoryCommand
{
    private const string OEmbed = "oembed";

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The story as JSON: a document, or an exported story; - for the pipe.", HelpName = "STORY.json" };
        var format = DocumentFormats.Option(DocumentFormat.Html, OEmbed);
        var ask = new Option<bool>("--ask") { Description = "Ask the sites of embed cards, over the internet, for a title, an author and a picture that the story does not have." };
        var to = PageDelivery.To();
        var build = new Command("build", "Build a story, with where each card came from. --format json exports it; oembed is what a site answers when another asks how to show it.") { file, ask, to, format, DocumentFormats.FeedUrl };
        build.SetAction(async (parsed, cancel) =>
        {
            var story = await StoryInput.ReadAsync(parsed.GetValue(file)!, cancel);
            story = parsed.GetValue(ask) ? await AskAsync(story, cancel) : story;
            if (parsed.GetValue(to) is { Length: > 0 } accounts)
            {
                await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
                return await PageDelivery.DraftAsync(parsed, desk, story.ToDocument(), accounts, cancel);
            }

            await WriteAsync(story, parsed.GetValue(format)!, parsed.GetValue(DocumentFormats.FeedUrl), cancel);
            return ExitCode.Done;
        });
        return new Command("story", "Stories from many platforms that embed anywhere without script.") { build };
    }

    private static async Task<Story> AskAsync(Story story, CancellationToken cancel)
    {
        using var fetcher = new GuardedFetcher();
        var (document, left) = await new EmbedReader(fetcher).FillAsync(story.Told, cancel);
        foreach (var line in left)
        {
            await Console.Error.WriteLineAsync($"comms: {line}; the link alone stands");
        }

        return StoryComposer.Compose(document);
    }

    private static Task WriteAsync(Story story, string form, string? feedUrl, CancellationToken cancel) =>
        form == OEmbed ? DocumentOutput.WriteAsync(EmbedProvision.Answer(story.ToDocument()), cancel)
        : DocumentFormats.Of(form) == DocumentFormat.Json ? DocumentOutput.WriteAsync(StoryArchive.Write(story), cancel)
        : DocumentOutput.WriteAsync(story.ToDocument(), DocumentFormats.Of(form), feedUrl, cancel);
}
