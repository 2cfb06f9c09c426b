using Comms.Core.Exercises.Playing;
using Comms.Core.Exercises.Sharing;
using Comms.Core.Ledger;

namespace Comms.Core.Exercises;

/// <summary>
/// A rehearsal on the real engine, apart from the world: its channels are simulated and no others can be resolved, it reads
/// no credential, its ledger is its own, and every text says EXERCISE before anyone approves it. Players act through
/// <see cref="Engine"/>, or are scripted in the scenario.
/// </summary>
public sealed class Exercise
{
    private readonly ExercisePlayer _player;

    private Exercise(Scenario scenario, ExerciseClock clock, CommsEngine engine, ExercisePlayer player)
    {
        Scenario = scenario;
        Clock = clock;
        Engine = engine;
        _player = player;
    }

    /// <summary>What is played.</summary>
    public Scenario Scenario { get; }

    /// <summary>The situation's clock, by which a controller changes the rate, pauses and moves on.</summary>
    public ExerciseClock Clock { get; }

    /// <summary>The same engine as on an ordinary day, for players who are not scripted.</summary>
    public CommsEngine Engine { get; }

    /// <summary>Prepares an exercise.</summary>
    /// <param name="scenario">What is played.</param>
    /// <param name="clock">A clock that begins at <see cref="Scenario.Starts"/>.</param>
    /// <param name="options">On which ledger, and by which policy; null for the defaults.</param>
    /// <param name="cancel">Stops the preparation.</param>
    /// <exception cref="ArgumentException">The ledger holds something already: work of an ordinary day, or another exercise.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public static async ValueTask<Exercise> OpenAsync(
        Scenario scenario, ExerciseClock clock, ExerciseOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(clock);
        options ??= new ExerciseOptions();
        var ledger = options.Ledger ?? new InMemoryLedger(clock);
        await foreach (var link in ledger.ReadChainAsync(0, cancel).ConfigureAwait(false))
        {
            throw new ArgumentException("An exercise begins on a ledger of its own that is empty; this one is in use.", nameof(options));
        }

        var others = options.Shared ? new OtherDesks(ledger, clock) : null;
        if (others is not null)
        {
            await others.OpenAsync(scenario, cancel).ConfigureAwait(false);
        }

        var stage = new Stage(scenario, clock, ledger, options);
        return new Exercise(scenario, clock, stage.Engine, new ExercisePlayer(scenario, clock, stage, ledger, others));
    }

    /// <summary>Plays it from beginning to end. Once; one that was stopped is begun again on a new ledger.</summary>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancel">Stops it where it is.</param>
    /// <exception cref="InvalidOperationException">It was played before.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public Task<ExerciseResult> PlayAsync(PlayOptions? options = null, CancellationToken cancel = default) =>
        _player.PlayAsync(options ?? new PlayOptions(), cancel);
}
