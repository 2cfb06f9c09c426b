using System.CommandLine;
using Comms.Core.Governance;
using Comms.Core.Reshares;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary><c>comms draft reshare</c>: passes on what somebody wrote, with who wrote it and the way there.</summary>
internal static class ReshareCommand
{
    private static readonly Argument<string> Message = new("MESSAGE") { Description = "What was heard: its id, or the address where it stands." };

    private static readonly Option<string[]> Accounts = new("--account") { Description = "An account it is for; may be given again.", Required = true };

    private static readonly Option<string> Words = new("--words") { Description = "Your own words above it; without them it is passed on as it is.", DefaultValueFactory = _ => "" };

    private static readonly Option<string> Language = new("--language") { Description = "The language of the words.", HelpName = "TAG", DefaultValueFactory = _ => "en" };

    public static Command Create()
    {
        var command = new Command("reshare", "Pass on what somebody wrote; prints the draft's id. What its source deletes is not sent.") { Message, Accounts, Words, Language };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var reshare = new NewReshare
        {
            Message = await IdAsync(desk, parsed.GetValue(Message)!, cancel),
            Accounts = parsed.GetValue(Accounts)!,
            Words = parsed.GetValue(Words)!,
            Language = parsed.GetValue(Language)!,
        };
        switch (await desk.Engine.Reshares.DraftAsync(reshare, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author), cancel))
        {
            case ReshareResult.Drafted { Draft: var draft, NotByRule: var against }:
                if (against is not null)
                {
                    await Console.Error.WriteLineAsync($"comms: it waits for a person: {against}");
                }

                return await DraftCommand.TellAsync(draft);
            case ReshareResult.Approved { Post: var post }:
                await Console.Error.WriteLineAsync($"comms: approved by {post.ApprovedBy}");
                await Console.Out.WriteLineAsync(post.Id);
                return ExitCode.Done;
            case ReshareResult.Refused refused:
                return await Decision.RefuseAsync(parsed, refused.Reasons);
            default:
                throw new InvalidOperationException("A reshare has no other outcome.");
        }
    }

    /// <summary>The message that stands at an address; an id stays as it is.</summary>
    private static async Task<string> IdAsync(Desk desk, string message, CancellationToken cancel)
    {
        if (!Uri.IsWellFormedUriString(message, UriKind.Absolute))
        {
            return message;
        }

        await foreach (var heard in desk.Engine.Triage.ListAsync(cancel))
        {
            if (heard.Url == message)
            {
                return heard.MessageId;
            }
        }

        return message;
    }
}
