using System.Xml;
using Comms.Core.Exercises.Publics;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Exercises.Scoring;
using Comms.Core.Ledger;

namespace Comms.Core.Exercises.Playing;

/// <summary>
/// Plays a scenario from moment to moment: waits until the clock is there, lets it stand, handles what falls on it, runs the
/// engine, and looks at what the players did. Nothing depends on how long the machine took.
/// </summary>
internal sealed class ExercisePlayer(Scenario scenario, ExerciseClock clock, Stage stage, ILedger ledger)
{
    private readonly ScenarioFile _file = scenario.File;
    private readonly Agenda _agenda = new(scenario.File);
    private readonly SoFar _soFar = new(scenario.File);
    private readonly Public _public = new(scenario.File);
    private readonly ScriptedPlayers _players = new(stage.Engine, scenario);
    private readonly LedgerWatch _watch = new(stage.Engine);
    private readonly Outgoing _outgoing = new(stage.Engine);
    private readonly List<Fact> _facts = [];
    private readonly HashSet<TimeSpan> _due = [];
    private readonly Transcript _transcript = new(scenario, clock);
    private int _played;

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
            moment = _agenda.Take(out var offset);
            await clock.ReachAsync(scenario.Timeline.Before(offset), options.SkipWaiting, cancel).ConfigureAwait(false);
            if (scenario.Timeline.At(offset) is var instant && instant > clock.GetUtcNow())
            {
                clock.JumpTo(instant);
                await clock.ReachAsync(instant, skip: true, cancel).ConfigureAwait(false);
            }

            _transcript.Offset = offset;
            await HandleAsync(moment, offset, options, cancel).ConfigureAwait(false);
        }
        while (moment is not Moment.End);

        var figures = await Figures.ReadAsync(scenario, stage.Engine, _soFar, _public, _facts, cancel).ConfigureAwait(false);
        return new ExerciseResult(
            scenario, _transcript.Entries, _transcript.Wall, figures, Courses.Of(scenario, _transcript.Entries, _public, _facts));
    }

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
                await SettleAsync(cancel).ConfigureAwait(false);
                break;
            case Moment.Act { Of: var act } when options.Scripted && act.When.Holds(_soFar, clock.GetUtcNow()):
                await ActAsync(act, cancel).ConfigureAwait(false);
                break;
            case Moment.Due:
                await RunAsync(cancel, somethingWasDue: true).ConfigureAwait(false);
                break;
            case Moment.Listen:
                await ListenAsync(offset, options, cancel).ConfigureAwait(false);
                break;
            case Moment.Deadline { Of: var expected }:
                await RunAsync(cancel).ConfigureAwait(false);
                _soFar[expected.Id].Close(clock.GetUtcNow());
                await SettleAsync(cancel).ConfigureAwait(false);
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
        var now = clock.GetUtcNow();
        if (!inject.When.Holds(_soFar, now))
        {
            _transcript.Add("skipped", inject.Id, inject.Title, detail: $"only if {inject.When!.Say()}");
            return;
        }

        _soFar.Deliver(inject.Id, now);
        var to = inject.To.Count == 0 ? "" : $" to {string.Join(", ", inject.To)}";
        _transcript.Add("inject", inject.Id, inject.Title, inject.From, $"By {inject.By}{to}: {inject.Text}");
        stage.Post(inject, now);
        _agenda.Follow(inject.Id, offset);
        if (inject.Message is not null)
        {
            await RunAsync(cancel).ConfigureAwait(false);
        }
    }

    private void Open(ExpectationFile expected, TimeSpan offset)
    {
        _soFar[expected.Id].Open(clock.GetUtcNow());
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
            _soFar[act.Expectation!].MeetAt(clock.GetUtcNow());
        }

        await RunAsync(cancel).ConfigureAwait(false);
    }

    private async ValueTask ListenAsync(TimeSpan offset, PlayOptions options, CancellationToken cancel)
    {
        var said = _public.Until(offset, message => message.While.Holds(_soFar, scenario.Timeline.At(message.Offset)));
        foreach (var message in said)
        {
            stage.Post(message, scenario.Timeline.At(message.Offset));
            _transcript.Add("message", message.Id, message.Text, message.Author.Handle);
        }

        // Players at a desk of their own leave traces in the ledger only; where nobody plays live there are none to look for.
        if (said.Count > 0 || !options.SkipWaiting)
        {
            await RunAsync(cancel).ConfigureAwait(false);
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
            clock.Pause();
            await Task.Delay(pause.Lasts, clock.Wall, cancel).ConfigureAwait(false);
            clock.Resume();
        }
    }

    private async ValueTask EndAsync(CancellationToken cancel)
    {
        await RunAsync(cancel).ConfigureAwait(false);
        foreach (var expected in _soFar.Expected)
        {
            expected.Close(clock.GetUtcNow());
        }

        await SettleAsync(cancel).ConfigureAwait(false);
        _transcript.Add("end", null, scenario.Name);
    }

    /// <summary>Runs the engine, takes in what was done, and notes when it has something to send next. No room feeds one before it, so that once is enough.</summary>
    private async ValueTask RunAsync(CancellationToken cancel, bool somethingWasDue = false)
    {
        var report = await stage.Engine.RunDueAsync(cancel).ConfigureAwait(false);
        foreach (var fault in report.Faults)
        {
            _transcript.Add("fault", null, fault);
        }

        var facts = await _watch.NewAsync(cancel).ConfigureAwait(false);
        foreach (var fact in facts)
        {
            See(fact);
        }

        await SettleAsync(cancel).ConfigureAwait(false);
        if (facts.Count > 0 || somethingWasDue)
        {
            await FindDueAsync(cancel).ConfigureAwait(false);
        }
    }

    private void See(Fact fact)
    {
        _facts.Add(fact);
        switch (fact)
        {
            case Fact.Post post:
                _transcript.Add("post", post.Id, post.Rendition.Text, post.Account, at: post.At);
                _public.See(post, scenario.Timeline.OffsetOf(post.At));
                break;
            case Fact.Done done:
                _transcript.Add("act", done.Subject, done.Act, done.Who, done.Detail, done.At);
                break;
        }

        foreach (var expected in _soFar.Expected)
        {
            expected.See(fact);
        }
    }

    /// <summary>Tells what expectations were met or missed since the last look, and what follows from it.</summary>
    private async ValueTask SettleAsync(CancellationToken cancel)
    {
        await _soFar.SeeRoutesAsync(ledger, clock.GetUtcNow(), cancel).ConfigureAwait(false);
        foreach (var expected in _soFar.Unsettled())
        {
            _transcript.Add(expected.Met is null ? "missed" : "met", expected.Of.Id, expected.Of.Title);
            if (expected.Met is not null)
            {
                _agenda.Follow(expected.Of.Id, _transcript.Offset);
            }
        }
    }

    private async ValueTask FindDueAsync(CancellationToken cancel)
    {
        if (await _outgoing.NextDueAsync(cancel).ConfigureAwait(false) is { } due)
        {
            var offset = scenario.Timeline.OffsetOf(due);
            offset = offset > _transcript.Offset ? offset : _transcript.Offset + TimeSpan.FromMilliseconds(1);
            if (offset < _file.Ends && _due.Add(offset))
            {
                _agenda.Add(offset, new Moment.Due());
            }
        }
    }
}
