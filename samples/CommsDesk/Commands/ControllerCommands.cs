using System.CommandLine;
using Comms.Core.Exercises;
using Comms.Core.Governance;
using CommsDesk.Configuration;
using CommsDesk.Input;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms exercise status|pause|resume|jump|inject</c>: what is asked at another desk of an exercise that is being played.
/// The configuration names the exercise.
/// </summary>
internal static class ControllerCommands
{
    public static IEnumerable<Command> Create()
    {
        yield return Status();
        yield return Plain("pause", "Let the situation stand still.", (seat, by, cancel) => seat.PauseAsync(by, cancel));
        yield return Plain("resume", "Let the situation go on.", (seat, by, cancel) => seat.ResumeAsync(by, cancel));
        yield return Jump();
        yield return Inject();
    }

    private static Command Status()
    {
        var command = new Command("status", "Say how the exercise stands.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await OpenAsync(parsed, cancel);
            var standing = await desk.Seat!.LookAsync(cancel);
            var how = standing.Ended ? "ended" : standing.Paused ? "paused" : FormattableString.Invariant($"running, {standing.Rate} seconds in one");
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"{desk.Seat.Scenario.Name}: {standing.At:ddd yyyy-MM-dd HH:mm:ss}, {how}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Plain(string name, string says, Func<ExerciseSeat, Actor, CancellationToken, ValueTask<string?>> ask)
    {
        var command = new Command(name, says);
        command.SetAction((parsed, cancel) => AskAsync(parsed, ask, cancel));
        return command;
    }

    private static Command Jump()
    {
        var to = new Argument<string>("TIME") { Description = "Where to in the situation's time, as 2026-12-08T07:00." };
        var command = new Command("jump", "Move the situation on; nothing between is left out.") { to };
        command.SetAction((parsed, cancel) => AskAsync(
            parsed, (seat, by, stop) => seat.JumpAsync(by, WallTime.Instant(parsed.GetValue(to)!, seat.Scenario.Zone), stop), cancel));
        return command;
    }

    private static Command Inject()
    {
        var id = new Argument<string?>("ID") { Description = "One of the scenario's, before its time; none for one of your own.", Arity = ArgumentArity.ZeroOrOne };
        var title = new Option<string?>("--title") { Description = "Of one of your own: what it is, in a line.", HelpName = "TEXT" };
        var text = new Option<string?>("--text") { Description = "What the players are told; the title without it.", HelpName = "TEXT" };
        var to = new Option<string[]>("--to") { Description = "A player who is told; may be given again.", HelpName = "WHO" };
        var source = new Option<string?>("--source") { Description = "Where a message is heard with it.", HelpName = "SOURCE" };
        var message = new Option<string?>("--message") { Description = "The message.", HelpName = "TEXT" };
        var command = new Command("inject", "Deliver an inject now.") { id, title, text, to, source, message };
        command.SetAction((parsed, cancel) => AskAsync(
            parsed,
            (seat, by, stop) => seat.InjectAsync(
                by,
                new HandInject
                {
                    Id = parsed.GetValue(id),
                    Title = parsed.GetValue(title),
                    Text = parsed.GetValue(text),
                    To = parsed.GetValue(to) ?? [],
                    Source = parsed.GetValue(source),
                    Message = parsed.GetValue(message),
                },
                stop),
            cancel));
        return command;
    }

    private static async Task<int> AskAsync(ParseResult parsed, Func<ExerciseSeat, Actor, CancellationToken, ValueTask<string?>> ask, CancellationToken cancel)
    {
        await using var desk = await OpenAsync(parsed, cancel);
        if (await ask(desk.Seat!, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Control), cancel) is { } refusal)
        {
            await Console.Error.WriteLineAsync($"comms: {refusal}");
            return ExitCode.Nothing;
        }

        return ExitCode.Done;
    }

    private static async Task<Desk> OpenAsync(ParseResult parsed, CancellationToken cancel)
    {
        var config = DeskOptions.ReadConfig(parsed);
        return config.Exercise is null
            ? throw new ConfigException("the configuration names no exercise: this is asked at a desk of one, and not where it is played")
            : await Desk.OpenAsync(config, parsed.GetValue(DeskOptions.Data)!, TimeProvider.System, [], cancel);
    }
}
