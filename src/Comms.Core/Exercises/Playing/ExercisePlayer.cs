using System.Xml;
using Comms.Core.Exercises.Publics;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Exercises.Scoring;
using Comms.Core.Exercises.Sharing;
using Comms.Core.Ledger;

namespace Comms.Core.Exercises.Playing;

/// <summary>
/// Plays a scenario from moment to moment: waits until the clock is there, lets it stand, handles what falls on it, runs the
/// engine, and looks at what the players did. Nothing depends on how long the machine took.
/// </summary>
internal sealed class ExercisePlayer
{
    /// <summary>How often on the wall it is looked what other desks did: whoever waits for a post waits no longer than that.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.5);

    private readonly Scenario _scenario;
    private readonly ScenarioFile _file;
    private readonly ExerciseClock _clock;
    private readonly Stage _stage;
    private readonly OtherDesks? _others;
    private readonly Agenda _agenda;
    private readonly SoFar _soFar;
    private readonly Public _public;
    private readonly ScriptedPlayers _players;
    private readonly Transcript _transcript;
    private readonly Observer _observer;
    private int _played;

    /// <param name="scenario">What is played.</param>
    /// <param name="clock">The situation's clock.</param>
    /// <param name="stage">On what it is played.</param>
    /// <param name="ledger">The stage's ledger.</param>
    /// <param name="others">The desks that may have joined; null when none can.</param>
    public ExercisePlayer(Scenario scenario, ExerciseClock clock, Stage stage, ILedger ledger, OtherDesks? others)
    {
        (_scenario, _file, _clock, _stage, _others) = (scenario, scenario.File, clock, stage, others);
        (_agenda, _soFar, _public) = (new Agenda(_file), new SoFar(_file), new Public(_file));
        _players = new ScriptedPlayers(stage.Engine, scenario);
        _transcript = new Transcript(scenario, clock);
        _observer = new Observer(scenario, clock, stage.Engine, ledger, _agenda, _soFar, _public, _transcript);
    }

    public async Task<ExerciseResult> PlayAsync(PlayOptions options, CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref _played, 1) != 0)
        {
            throw new InvalidOperationException("The exercise was played; prepare it anew on another ledger.");
        }

        _transcript.Tell = options.Tell;
        Moment moment;
        do
        {
            await WaitAsync(options, cancel).ConfigureAwait(false);
            moment = _agenda.Take(out var offset);
            if (_scenario.Timeline.At(offset) is var instant && instant > _clock.GetUtcNow())
            {
                _clock.JumpTo(instant);
                await _clock.ReachAsync(instant, skip: true, atMost: null, cancel).ConfigureAwait(false);
            }

            _transcript.Offset = offset;
            await HandleAsync(moment, offset, options, cancel).ConfigureAwait(false);
        }
        while (moment is not Moment.End);

        await TellAsync(cancel, ended: true).ConfigureAwait(false);
        var figures = await Figures.ReadAsync(_scenario, _stage.Engine, _soFar, _public, _observer.Facts, cancel).ConfigureAwait(false);
        return new ExerciseResult(
            _scenario, _transcript.Entries, _transcript.Wall, figures, Courses.Of(_scenario, _transcript.Entries, _public, _observer.Facts));
    }

    /// <summary>Waits until the clock is at the next moment, and looks meanwhile at what other desks did: that may bring an earlier one.</summary>
    private async ValueTask WaitAsync(PlayOptions options, CancellationToken cancel)
    {
        TimeSpan? atMost = _others is null || options.SkipWaiting ? null : LookEvery;
        while (!await _clock.ReachAsync(_scenario.Timeline.Before(_agenda.Next), options.SkipWaiting, atMost, cancel).ConfigureAwait(false))
        {
            _transcript.Offset = _scenario.Timeline.OffsetOf(_clock.GetUtcNow());
            foreach (var ask in await _others!.NewAsync(cancel).ConfigureAwait(false))
            {
                await HeedAsync(ask, cancel).ConfigureAwait(false);
            }

            await _observer.RunAsync(cancel, somethingWasDue: true).ConfigureAwait(false);
            await TellAsync(cancel).ConfigureAwait(false);
        }
    }

    private async ValueTask HeedAsync(Ask ask, CancellationToken cancel)
    {
        switch (ask)
        {
            case { Kind: AskKind.Pause }:
                _clock.Pause();
                break;
            case { Kind: AskKind.Resume }:
                _clock.Resume();
                break;
            case { Kind: AskKind.Jump, To: { } instant }:
                _clock.JumpTo(instant);
                break;
            case { Kind: AskKind.Inject, Inject: { } inject }:
                await DeliverAsync(inject, _transcript.Offset, cancel).ConfigureAwait(false);
                break;
        }
    }

    private ValueTask TellAsync(CancellationToken cancel, bool ended = false) =>
        _others is { } others ? others.TellAsync(ended, cancel) : ValueTask.CompletedTask;

    private async ValueTask HandleAsync(Moment moment, TimeSpan offset, PlayOptions options, CancellationToken cancel)
    {
        switch (moment)
        {
            case Moment.Move { Of: var move }:
                _transcript.Add(offset == TimeSpan.Zero ? "start" : "move", move.Id, move.Title);
                break;
            case Moment.Inject { Of: var inject }:
                await DeliverAsync(inject, offset, cancel).ConfigureAwait(false);
                break;
            case Moment.Open { Of: var expected }:
                Open(expected, offset);
                await _observer.SettleAsync(cancel).ConfigureAwait(false);
                break;
            case Moment.Act { Of: var act } when options.Scripted && act.When.Holds(_soFar, _clock.GetUtcNow()):
                await ActAsync(act, cancel).ConfigureAwait(false);
                break;
            case Moment.Due:
                await _observer.RunAsync(cancel, somethingWasDue: true).ConfigureAwait(false);
                break;
            case Moment.Listen:
                await ListenAsync(offset, options, cancel).ConfigureAwait(false);
                break;
            case Moment.Deadline { Of: var expected }:
                await _observer.RunAsync(cancel).ConfigureAwait(false);
                _soFar[expected.Id].Close(_clock.GetUtcNow());
                await _observer.SettleAsync(cancel).ConfigureAwait(false);
                break;
            case Moment.Pause { Of: var pause }:
                await PauseAsync(pause, options, cancel).ConfigureAwait(false);
                break;
            case Moment.End:
                await EndAsync(cancel).ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask DeliverAsync(InjectFile inject, TimeSpan offset, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        if (_soFar.DeliveredAt(inject.Id) is not null)
        {
            return;
        }

        if (!inject.When.Holds(_soFar, now))
        {
            _transcript.Add("skipped", inject.Id, inject.Title, detail: $"only if {inject.When!.Say()}");
            return;
        }

        _soFar.Deliver(inject.Id, now);
        var to = inject.To.Count == 0 ? "" : $" to {string.Join(", ", inject.To)}";
        _transcript.Add("inject", inject.Id, inject.Title, inject.From, $"By {inject.By}{to}: {inject.Text}");
        _stage.Post(inject, now);
        _agenda.Follow(inject.Id, offset);
        if (inject.Message is not null)
        {
            await _observer.RunAsync(cancel).ConfigureAwait(false);
        }
    }

    private void Open(ExpectationFile expected, TimeSpan offset)
    {
        _soFar[expected.Id].Open(_clock.GetUtcNow());
        if (offset + expected.Within is var deadline && deadline < _file.Ends)
        {
            _agenda.Add(deadline, new Moment.Deadline(expected));
        }
    }

    private async ValueTask ActAsync(ActFile act, CancellationToken cancel)
    {
        var refusals = await _players.TakeAsync(act, cancel).ConfigureAwait(false);
        if (refusals.Count > 0)
        {
            _transcript.Add("refused", act.Key ?? act.Inject, $"{act.Do.ToString().ToLowerInvariant()} {act.Key ?? act.Inject}".TrimEnd(), act.As, string.Join("; ", refusals));
        }
        else if (act.Do == Deed.Judge)
        {
            _transcript.Add("act", act.Expectation, $"judge {act.Expectation}", act.As, act.Reason);
            _soFar[act.Expectation!].MeetAt(_clock.GetUtcNow());
        }

        await _observer.RunAsync(cancel).ConfigureAwait(false);
    }

    private async ValueTask ListenAsync(TimeSpan offset, PlayOptions options, CancellationToken cancel)
    {
        var said = _public.Until(offset, message => message.While.Holds(_soFar, _scenario.Timeline.At(message.Offset)));
        foreach (var message in said)
        {
            _stage.Post(message, _scenario.Timeline.At(message.Offset));
            _transcript.Add("message", message.Id, message.Text, message.Author.Handle);
        }

        // Players at a desk of their own leave traces in the ledger only; where nobody plays live there are none to look for.
        if (said.Count > 0 || !options.SkipWaiting)
        {
            await _observer.RunAsync(cancel).ConfigureAwait(false);
        }

        if (offset + _file.ListenEvery is var next && next < _file.Ends)
        {
            _agenda.Add(next, new Moment.Listen());
        }
    }

    private async ValueTask PauseAsync(PauseFile pause, PlayOptions options, CancellationToken cancel)
    {
        _transcript.Add("pause", null, pause.Why, detail: $"the clock stands still for {XmlConvert.ToString(pause.Lasts)}");
        if (!options.SkipWaiting)
        {
            _clock.Pause();
            await TellAsync(cancel).ConfigureAwait(false);
            await Task.Delay(pause.Lasts, _clock.Wall, cancel).ConfigureAwait(false);
            _clock.Resume();
        }
    }

    private async ValueTask EndAsync(CancellationToken cancel)
    {
        await _observer.RunAsync(cancel).ConfigureAwait(false);
        foreach (var expected in _soFar.Expected)
        {
            expected.Close(_clock.GetUtcNow());
        }

        await _observer.SettleAsync(cancel).ConfigureAwait(false);
        _transcript.Add("end", null, _scenario.Name);
    }
}
