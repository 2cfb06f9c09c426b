using System.CommandLine;
using Comms.Core.Governance;
using Comms.Core.Triage.Corrections;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms correct</c>: a person knows better than triage, which learns from it.</summary>
internal static class CorrectCommand
{
    public static Command Create()
    {
        var message = new Argument<string>("MESSAGE") { Description = "The message, as triage and its case name it." };
        var labels = new Dictionary<Heading, Option<string?>>
        {
            [Heading.Team] = new("--team") { Description = "The team that owns it.", HelpName = "T" },
            [Heading.Theme] = new("--theme") { Description = "A theme that holds, also one of your own.", HelpName = "X" },
            [Heading.Kind] = new("--kind") { Description = "A kind that holds.", HelpName = "K" },
            [Heading.Sentiment] = new("--sentiment") { Description = "negative, neutral or positive.", HelpName = "S" },
        };
        var not = new Option<bool>("--not") { Description = "The theme or kind does not hold." };
        var command = new Command("correct", "Move a message to another team or label; later messages go by it.") { message, not };
        foreach (var option in labels.Values)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancel) => RunAsync(
            parsed,
            [.. labels.Where(pair => parsed.GetValue(pair.Value) is not null).Select(pair => new NewCorrection
            {
                MessageId = parsed.GetValue(message)!, Heading = pair.Key, Label = parsed.GetValue(pair.Value)!, Holds = !parsed.GetValue(not),
            })],
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, NewCorrection[] corrections, CancellationToken cancel)
    {
        if (corrections.Length == 0)
        {
            throw new InputException("nothing to correct: give --team, --theme, --kind or --sentiment");
        }

        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var actor = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Correct);
        var end = ExitCode.Done;
        foreach (var correction in corrections)
        {
            end = Math.Max(end, await CorrectionOutput.TellAsync(
                await desk.Engine.Corrections.AddAsync(correction, actor, cancel), DeskOptions.Phrases(parsed)));
        }

        await desk.Engine.Triage.RunDueAsync(cancel);
        await desk.Engine.Cases.RunDueAsync(cancel);
        return end;
    }
}
