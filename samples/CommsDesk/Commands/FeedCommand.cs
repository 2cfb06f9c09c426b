using System.CommandLine;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.RoundUps.Feeds;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms feed</c>: what people say, for an intranet, once a person has allowed it.</summary>
internal static class FeedCommand
{
    private const string Fragment = "fragment";

    private static readonly Option<string> Format = DocumentFormats.Option(DocumentFormat.Html, Fragment);

    private static readonly Option<int> Most = new("--most") { Description = "At most so many messages, the latest first.", HelpName = "N", DefaultValueFactory = _ => 50 };

    private static readonly Option<string?> Title = new("--title") { Description = "What the feed is called." };

    private static readonly Option<string?> Url = new("--url") { Description = "Where people read it on a page." };

    public static Command Create()
    {
        var command = new Command("feed", "What people say, for an intranet: shown once a person has allowed it. Without a command, the feed itself.")
        {
            Format, Most, Title, Url, DocumentFormats.FeedUrl, List(), Approve(),
            Decide("hold", "Let someone look at a message again before it is shown.", FeedVerdict.Hold),
            Decide("reject", "Keep a message out of the feed for good.", FeedVerdict.Reject),
            Decide("withdraw", "Take a message out of the feed for good.", FeedVerdict.Withdraw),
        };
        Most.Between(1, 1000);
        command.SetAction(ShowAsync);
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var request = new FeedRequest { Zone = desk.Config.Zone, Most = parsed.GetValue(Most), Url = parsed.GetValue(Url), FeedUrl = parsed.GetValue(DocumentFormats.FeedUrl) };
        var page = await desk.Engine.Feed.ReadAsync(parsed.GetValue(Title) is { } title ? request with { Title = title } : request, cancel);
        await DocumentOutput.WriteAsync(Render(page, parsed.GetValue(Format)!), cancel);
        return ExitCode.Done;
    }

    private static string Render(FeedPage page, string form)
    {
        var format = form == Fragment ? DocumentFormat.WordPress : DocumentFormats.Of(form);
        return format is DocumentFormat.Rss or DocumentFormat.Atom or DocumentFormat.JsonFeed
            ? DocumentRenderer.Render(page.Feed, format)
            : DocumentRenderer.Render(page.Document, format);
    }

    private static Command List()
    {
        var state = new Option<FeedState?>("--state") { Description = "Only those: pending, held, approved, rejected or withdrawn.", HelpName = "S" };
        var command = new Command("list", "What waits for a moderator, as JSON Lines: pending or held.") { state };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var wanted = parsed.GetValue(state);
            await using var lines = new JsonLines(Console.OpenStandardOutput());
            await foreach (var entry in desk.Engine.Feed.ListAsync(cancel))
            {
                if (wanted is null ? entry.State is FeedState.Pending or FeedState.Held : entry.State == wanted)
                {
                    FeedEntryJson.Write(lines.Writer, entry);
                    await lines.EndAsync(cancel);
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Approve()
    {
        var reason = Reason();
        reason.DefaultValueFactory = _ => "fit to be shown";
        var masked = new Option<bool>("--masked") { Description = "Mask names and all other personal data in its words, and leave out who wrote it." };
        var consent = new Option<string?>("--consent") { Description = "How those named agreed to be, as 'asked by direct message'.", HelpName = "HOW" };
        var patient = new Option<bool>("--patient") { Description = "A patient can be told from it: a second person must approve it too." };
        var command = new Command("approve", "Show a message. With personal data, say how: --masked or --consent.") { reason, masked, consent, patient };
        return Deciding(command, parsed => new FeedDecision
        {
            Verdict = FeedVerdict.Approve,
            Why = parsed.GetValue(reason)!,
            Masked = parsed.GetValue(masked),
            Consent = parsed.GetValue(consent),
            NamesPatient = parsed.GetValue(patient),
        });
    }

    private static Command Decide(string name, string description, FeedVerdict verdict)
    {
        var reason = Reason();
        reason.Required = true;
        return Deciding(new Command(name, description) { reason }, parsed => new FeedDecision { Verdict = verdict, Why = parsed.GetValue(reason)! });
    }

    private static Option<string> Reason()
    {
        var reason = new Option<string>("--reason") { Description = "Why, for the audit." };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--reason cannot be blank");
            }
        });
        return reason;
    }

    /// <summary>Prints the message as it then stands, or says why nothing was decided.</summary>
    private static Command Deciding(Command command, Func<ParseResult, FeedDecision> decision)
    {
        var id = new Argument<string>("ID") { Description = "The message, as comms feed list names it." };
        command.Arguments.Add(id);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var by = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Moderate);
            switch (await desk.Engine.Feed.DecideAsync(parsed.GetValue(id)!, decision(parsed), by, cancel))
            {
                case FeedResult.Decided { Entry: var entry }:
                    await WriteAsync(entry, cancel);
                    return entry.FirstOfTwo is null
                        ? ExitCode.Done
                        : await Decision.SayAsync("it may name a patient: it is shown once a second person has approved it", ExitCode.Done);
                case FeedResult.Refused refused:
                    return await Decision.SayAsync(string.Join("; ", refused.Reasons), ExitCode.Nothing);
                default:
                    throw new InvalidOperationException("A decision has no other outcome.");
            }
        });
        return command;
    }

    private static async Task WriteAsync(FeedEntry entry, CancellationToken cancel)
    {
        await using var lines = new JsonLines(Console.OpenStandardOutput());
        FeedEntryJson.Write(lines.Writer, entry);
        await lines.EndAsync(cancel);
    }
}
