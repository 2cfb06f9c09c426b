using Comms.Core.Exercises.Playing;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Exercises.Sharing;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Exercises;

/// <summary>
/// A place at an exercise that another desk plays, on the same ledger: players act through <see cref="Engine"/>, and a
/// controller pauses, jumps and injects by hand. As apart from the world as the exercise itself. The desks' clocks on the wall
/// must agree, since what they differ by counts at the exercise's rate; the situation's clock here never passes the next thing
/// to happen. Thread-safe.
/// </summary>
public sealed class ExerciseSeat
{
    private readonly ILedger _ledger;
    private readonly SeatClock _clock;
    private readonly RoleAuthorizer _rule = new();

    private ExerciseSeat(Scenario scenario, ILedger ledger, SeatClock clock, CommsEngine engine)
    {
        (Scenario, _ledger, _clock, Engine) = (scenario, ledger, clock, engine);
    }

    /// <summary>What is played.</summary>
    public Scenario Scenario { get; }

    /// <summary>The exercise's engine, at this desk. It hears nothing itself: that is done where it is played.</summary>
    public CommsEngine Engine { get; }

    /// <summary>Joins an exercise that was opened with <see cref="ExerciseOptions.Shared"/>.</summary>
    /// <param name="options">Its ledger, which is needed, and the rest as the exercise has it.</param>
    /// <param name="wall">The clock on the wall; null for the system's.</param>
    /// <param name="cancel">Stops the joining.</param>
    /// <returns>The place; null when no exercise is played on the ledger.</returns>
    /// <exception cref="ArgumentException">There is no ledger.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public static async ValueTask<ExerciseSeat?> JoinAsync(ExerciseOptions options, TimeProvider? wall = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var ledger = options.Ledger ?? throw new ArgumentException("An exercise is joined by way of its ledger.", nameof(options));
        if (await ledger.FindAsync(SharedScenario.Key, cancel).ConfigureAwait(false) is not { } stage
            || await ledger.FindAsync(SharedClock.Key, cancel).ConfigureAwait(false) is not { } told)
        {
            return null;
        }

        var scenario = new Scenario(SharedScenario.Open(stage).File);
        var clock = new SeatClock(SharedClock.Open(told), wall ?? TimeProvider.System);
        return new ExerciseSeat(scenario, ledger, clock, new Stage(scenario, clock, ledger, options, hears: false).Engine);
    }

    /// <summary>Looks how the exercise stands, and sets the situation's clock of this desk by it.</summary>
    /// <param name="cancel">Stops the look.</param>
    public async ValueTask<ExerciseStanding> LookAsync(CancellationToken cancel = default)
    {
        if (await _ledger.FindAsync(SharedClock.Key, cancel).ConfigureAwait(false) is { } record)
        {
            _clock.Told = SharedClock.Open(record);
        }

        var told = _clock.Told;
        return new ExerciseStanding(Scenario.Timeline.Local(_clock.GetUtcNow()), told.Rate, told.Paused, told.Ended);
    }

    /// <summary>Lets the situation stand still.</summary>
    /// <param name="by">A controller.</param>
    /// <param name="cancel">Stops the call before it has an effect.</param>
    /// <returns>Why it was refused; null when it was asked for.</returns>
    public ValueTask<string?> PauseAsync(Actor by, CancellationToken cancel = default) => AskAsync(by, AskKind.Pause, null, null, cancel);

    /// <summary>Lets the situation go on.</summary>
    /// <inheritdoc cref="PauseAsync"/>
    public ValueTask<string?> ResumeAsync(Actor by, CancellationToken cancel = default) => AskAsync(by, AskKind.Resume, null, null, cancel);

    /// <summary>Moves the situation on; what falls between is handled first, each at its own instant.</summary>
    /// <param name="by">A controller.</param>
    /// <param name="to">Where to; one that has passed changes nothing.</param>
    /// <param name="cancel">Stops the call before it has an effect.</param>
    /// <returns>Why it was refused; null when it was asked for.</returns>
    public ValueTask<string?> JumpAsync(Actor by, DateTimeOffset to, CancellationToken cancel = default) => AskAsync(by, AskKind.Jump, to, null, cancel);

    /// <summary>Delivers an inject now.</summary>
    /// <param name="by">A controller.</param>
    /// <param name="inject">What is delivered.</param>
    /// <param name="cancel">Stops the call before it has an effect.</param>
    /// <returns>Why it was refused; null when it was asked for.</returns>
    public async ValueTask<string?> InjectAsync(Actor by, HandInject inject, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(inject);
        return Fault(inject) ?? await AskAsync(by, AskKind.Inject, null, ByHand(inject), cancel).ConfigureAwait(false);
    }

    private string? Fault(HandInject inject) => inject switch
    {
        { Id: { } id } => Scenario.File.Injects.Any(other => other.Id == id) ? null : $"the scenario has no inject {id}",
        { Title: null or "" } => "an inject of its own has a title",
        { Source: { } source } when !Stage.SourcesOf(Scenario.File).Contains(source) => $"the scenario has no source {source}; it has {string.Join(", ", Stage.SourcesOf(Scenario.File))}",
        { Source: null } when inject.Message is not null => "a message is heard at a source",
        { Source: not null, Message: null or "" } => "a source brings a message",
        _ => null,
    };

    private InjectFile ByHand(HandInject inject) => inject.Id is { } id
        ? Scenario.File.Injects.First(other => other.Id == id) with { When = null }
        : new InjectFile("", inject.Title!, inject.Text ?? inject.Title!)
        {
            To = inject.To,
            By = "hand",
            Message = inject.Source is { } source ? new HeardFile(source, inject.Message!) : null,
        };

    private async ValueTask<string?> AskAsync(Actor by, AskKind kind, DateTimeOffset? to, InjectFile? inject, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!_rule.May(by, Permission.Control))
        {
            return $"{by.Id} may not control the exercise";
        }

        if ((await LookAsync(cancel).ConfigureAwait(false)).Ended)
        {
            return "the exercise has ended";
        }

        await Attempts.UntilKeptAsync("what is asked of the exercise", stop => AskOnceAsync(by, kind, to, inject, stop), cancel).ConfigureAwait(false);
        return null;
    }

    /// <returns>All that is asked by now; null when others asked meanwhile.</returns>
    private async ValueTask<SharedAsks?> AskOnceAsync(Actor by, AskKind kind, DateTimeOffset? to, InjectFile? inject, CancellationToken cancel)
    {
        var record = await _ledger.FindAsync(SharedAsks.Key, cancel).ConfigureAwait(false);
        IReadOnlyList<Ask> asks = record is null ? [] : SharedAsks.Open(record).Asks;
        var named = inject is { Id: "" } ? inject with { Id = FormattableString.Invariant($"by-hand-{asks.Count + 1}") } : inject;
        var next = new SharedAsks([.. asks, new Ask(by.Id, kind, to, named)]);
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = SharedAsks.Key, Expected = record?.Revision ?? 0, Content = next.Seal() }],
            Entries = [AuditEvent.Entry(_clock.GetUtcNow(), by, $"{kind.ToString().ToLowerInvariant()}-exercise", SharedAsks.Key, named?.Id ?? to?.ToString("O", System.Globalization.CultureInfo.InvariantCulture))],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? next : null;
    }
}

/// <summary>How an exercise stands.</summary>
/// <param name="At">The situation's wall time.</param>
/// <param name="Rate">How many seconds of it pass in one.</param>
/// <param name="Paused">Whether it stands still.</param>
/// <param name="Ended">Whether it is over.</param>
public sealed record ExerciseStanding(DateTimeOffset At, decimal Rate, bool Paused, bool Ended);
