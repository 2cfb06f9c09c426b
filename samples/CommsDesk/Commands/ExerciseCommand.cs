using System.CommandLine;
using Comms.Core.Documents;
using Comms.Core.Exercises;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms exercise run</c>: plays a scenario on the real engine, with simulated channels and a ledger of its own, and
/// reports. Of the configuration it takes the policy and nothing else: no account of it can be reached.
/// </summary>
internal static class ExerciseCommand
{
    private const decimal AsOnTheDay = 60;

    /// <summary>From here nobody can follow, let alone act: what would only be waited for is passed over.</summary>
    private const decimal TooFastToPlay = 1000;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The scenario as JSON, in the form of seeds/schemas/exercise.schema.json; - for the pipe.", HelpName = "SCENARIO.json" };
        var speed = new Option<decimal>("--speed") { Description = "How many seconds pass in one; from 1000 on, stretches in which nothing happens are passed over.", DefaultValueFactory = _ => AsOnTheDay, HelpName = "N" };
        var output = new Option<string>("--out") { Description = "Folder for its ledger, transcript and report.", DefaultValueFactory = _ => "./comms-exercise", HelpName = "DIR" };
        var policy = new Option<string?>("--policy") { Description = "Teams and rules; without it, those of the configuration.", HelpName = "F" };
        var shared = new Option<string?>("--postgresql") { Description = "Database in which other desks may join, or env:NAME; their configuration has it under \"exercise\".", HelpName = "CONNECTION" };
        var schema = new Option<string>("--schema") { Description = "Schema of that database, which must hold nothing yet.", DefaultValueFactory = _ => ExerciseConfig.UsualSchema, HelpName = "NAME" };
        var unscripted = new Option<bool>("--unscripted") { Description = "Leave out what the scenario's players do of themselves." };
        var format = DocumentFormats.Option(DocumentFormat.PlainText);
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<decimal>() is <= 0 or > ExerciseClock.Fastest)
            {
                result.AddError(FormattableString.Invariant($"--speed is more than 0 and at most {ExerciseClock.Fastest}"));
            }
        });
        var command = new Command("exercise", "Rehearse a crisis on the real engine; nothing can leave.");
        var run = new Command("run", "Play a scenario; ends with its after-action report, and with 1 if a must was missed.") { file, speed, output, policy, shared, schema, unscripted, format };
        run.SetAction((parsed, cancel) => RunAsync(
            parsed,
            parsed.GetValue(file)!,
            new Wish(parsed.GetValue(speed), parsed.GetValue(output)!, parsed.GetValue(policy) ?? DeskOptions.ReadConfig(parsed).Policy, !parsed.GetValue(unscripted), DocumentFormats.Of(parsed.GetValue(format)!))
            {
                Shared = parsed.GetValue(shared) is { } connection ? new ExerciseConfig(connection, parsed.GetValue(schema)!) : null,
            },
            cancel));
        foreach (var part in ControllerCommands.Create().Prepend(ExerciseImportCommand.Create()).Prepend(run))
        {
            command.Add(part);
        }

        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string file, Wish wish, CancellationToken cancel)
    {
        if (wish.Shared is not null && wish.Speed >= TooFastToPlay)
        {
            throw new InputException(FormattableString.Invariant($"at {wish.Speed} seconds in one nobody at another desk could follow: below {TooFastToPlay}, or without --postgresql"));
        }

        var scenario = await ScenarioInput.ReadAsync(file, cancel);
        var policy = Policies.Read(wish.Policy);
        var folder = new OwnFolder(wish.Folder, "exercise", ExerciseFiles.Names);
        var clock = new ExerciseClock(scenario.Starts, wish.Speed);
        var own = new DeskConfig { Sqlite = ExerciseFiles.Ledger, Exercise = wish.Shared };
        await using var ledger = await DeskLedger.OpenAsync(own, folder.Path, clock, cancel);
        var exercise = await OpenAsync(scenario, clock, new ExerciseOptions { Ledger = ledger.Ledger, Media = ledger.Media, Policy = policy, Shared = wish.Shared is not null }, cancel);
        var screen = new ExerciseScreen(DeskOptions.Phrases(parsed), wish.Speed < TooFastToPlay);
        var result = await exercise.PlayAsync(
            new PlayOptions { SkipWaiting = wish.Speed >= TooFastToPlay, Scripted = wish.Scripted, Tell = screen.Tell }, cancel);
        var report = result.Report();
        await ExerciseFiles.WriteAsync(result, report, folder, cancel);
        await DocumentOutput.WriteAsync(report, wish.Format, cancel);
        screen.SumUp(result, folder);
        return result.Passed ? ExitCode.Done : ExitCode.Missed;
    }

    /// <exception cref="ConfigException">The ledger is in use.</exception>
    private static async Task<Exercise> OpenAsync(Scenario scenario, ExerciseClock clock, ExerciseOptions options, CancellationToken cancel)
    {
        try
        {
            return await Exercise.OpenAsync(scenario, clock, options, cancel);
        }
        catch (ArgumentException inUse)
        {
            throw new ConfigException(inUse.Message, inUse);
        }
    }

    private sealed record Wish(decimal Speed, string Folder, string? Policy, bool Scripted, DocumentFormat Format)
    {
        /// <summary>Where other desks may join; null for nowhere.</summary>
        public ExerciseConfig? Shared { get; init; }
    }
}
