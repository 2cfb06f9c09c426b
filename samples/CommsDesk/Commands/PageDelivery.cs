using System.CommandLine;
using Comms.Core.Authoring;
using Comms.Core.Documents;
using Comms.Core.Governance;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>What becomes of a report: it stands on standard output, or it is a draft for accounts, to be approved like any post.</summary>
internal static class PageDelivery
{
    public static Option<string[]> To() => new("--to")
    {
        Description = "Keep it as a draft for this account instead, and print the draft's id; may be given again.",
        HelpName = "ACCOUNT",
        DefaultValueFactory = _ => [],
    };

    public static async Task<int> DeliverAsync(
        ParseResult parsed, Desk desk, Document page, IReadOnlyList<string> accounts, DocumentFormat format, CancellationToken cancel)
    {
        if (accounts.Count == 0)
        {
            await DocumentOutput.WriteAsync(page, format, parsed.GetValue(DocumentFormats.FeedUrl), cancel);
            return ExitCode.Done;
        }

        return await DraftAsync(parsed, desk, page, accounts, cancel);
    }

    /// <summary>Keeps a page as a draft, and prints the draft's id.</summary>
    public static async Task<int> DraftAsync(ParseResult parsed, Desk desk, Document page, IReadOnlyList<string> accounts, CancellationToken cancel)
    {
        var author = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author);
        return await DraftCommand.TellAsync(parsed, await desk.Engine.Authoring.AddAsync(NewDraft.Of(page, accounts), author, cancel));
    }
}
