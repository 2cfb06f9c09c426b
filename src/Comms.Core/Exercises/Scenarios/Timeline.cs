using Comms.Core.Calendars;

namespace Comms.Core.Exercises.Scenarios;

/// <summary>
/// The moves of a scenario: how an offset from the exercise's start and an instant of the situation belong together. At a
/// move's start the situation may jump on; between two moves it runs as the exercise does.
/// </summary>
internal sealed class Timeline
{
    private readonly (TimeSpan Offset, DateTimeOffset Instant)[] _moves;

    public Timeline(ScenarioFile file)
    {
        Zone = file.Zone;
        Ends = file.Ends;
        _moves = [.. file.Moves.OrderBy(move => move.Starts).Select(move => (move.Starts, Zones.Resolve(move.Situation, file.Zone).Instant))];
    }

    public string Zone { get; }

    public TimeSpan Ends { get; }

    public DateTimeOffset Starts => _moves[0].Instant;

    /// <summary>Where the situation is at an offset.</summary>
    public DateTimeOffset At(TimeSpan offset)
    {
        var move = _moves.Last(move => move.Offset <= offset);
        return move.Instant + (offset - move.Offset);
    }

    /// <summary>Where the situation is just before whatever falls on an offset: at a move's start, not yet there.</summary>
    public DateTimeOffset Before(TimeSpan offset)
    {
        var move = _moves.LastOrDefault(move => move.Offset < offset, _moves[0]);
        return move.Instant + (offset - move.Offset);
    }

    /// <summary>The offset at which the situation first is at an instant, or past it.</summary>
    public TimeSpan OffsetOf(DateTimeOffset instant)
    {
        var last = Array.FindLastIndex(_moves, move => move.Instant <= instant);
        if (last < 0)
        {
            return TimeSpan.Zero;
        }

        var offset = _moves[last].Offset + (instant - _moves[last].Instant);
        return last + 1 < _moves.Length && offset > _moves[last + 1].Offset ? _moves[last + 1].Offset : offset;
    }

    /// <summary>The wall clock's time there.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => Zones.ToLocal(instant, Zone);
}
