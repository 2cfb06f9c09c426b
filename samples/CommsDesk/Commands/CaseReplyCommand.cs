using System.CommandLine;
using Comms.Core.Governance;
using Comms.Core.Replies;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary><c>comms cases reply</c>: drafts an answer under the message itself, for someone else to approve.</summary>
internal static class CaseReplyCommand
{
    private static readonly Argument<string> Id = CaseChangeCommands.Id();

    private static readonly Argument<string?> Text = new("TEXT") { Description = "The words; - reads them from the pipe.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<int?> Suggested = new("--suggested") { Description = "Take the policy's suggested answer of this number instead, from 1.", HelpName = "N" };

    private static readonly Option<string?> Message = new("--message") { Description = "The message of the case that is answered; without it, the last.", HelpName = "ID" };

    private static readonly Option<string> Language = new("--language") { Description = "The language of the words.", HelpName = "TAG", DefaultValueFactory = _ => "en" };

    public static Command Create()
    {
        var command = new Command("reply", "Draft an answer that stands under the message; prints the draft's id. Once it stands, the case says so.")
        {
            Id, Text, Suggested, Message, Language,
        };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(Text)) == result.GetValue(Suggested) is null)
            {
                result.AddError("either TEXT or --suggested");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var author = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author);
        var reply = new NewReply
        {
            Case = parsed.GetValue(Id)!,
            Text = await WordsAsync(parsed, desk, author, cancel),
            Message = parsed.GetValue(Message),
            Language = parsed.GetValue(Language)!,
        };
        switch (await desk.Engine.Replies.DraftAsync(reply, author, cancel))
        {
            case ReplyResult.Drafted { Draft: var draft }:
                return await DraftCommand.TellAsync(draft);
            case ReplyResult.Refused refused:
                return await Decision.RefuseAsync(parsed, refused.Reasons);
            default:
                throw new InvalidOperationException("A reply has no other outcome.");
        }
    }

    private static async Task<string> WordsAsync(ParseResult parsed, Desk desk, Actor author, CancellationToken cancel) =>
        parsed.GetValue(Suggested) is { } number ? await SuggestedAsync(parsed.GetValue(Id)!, number, desk, author, cancel)
        : parsed.GetValue(Text) is "-" ? (await Console.In.ReadToEndAsync(cancel)).Trim()
        : parsed.GetValue(Text)!;

    /// <exception cref="ConfigException">There is no such case, or no such suggestion for it.</exception>
    private static async Task<string> SuggestedAsync(string id, int number, Desk desk, Actor author, CancellationToken cancel)
    {
        var open = await desk.CaseAsync(id, author, cancel);
        await foreach (var message in desk.Engine.Triage.ListAsync(cancel))
        {
            if (open.Messages.Contains(message.MessageId, StringComparer.Ordinal) && number >= 1 && number <= message.Findings.SuggestedAnswers.Count)
            {
                return message.Findings.SuggestedAnswers[number - 1].Answer;
            }
        }

        throw new ConfigException($"the policy suggests no answer {number} for the case {id}");
    }
}
