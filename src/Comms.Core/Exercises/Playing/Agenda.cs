using Comms.Core.Exercises.Scenarios;

namespace Comms.Core.Exercises.Playing;

/// <summary>Something that falls on an offset. Of several on the same one, the kinds follow in the order of their ranks.</summary>
internal abstract record Moment(int Rank)
{
    public sealed record Move(MoveFile Of) : Moment(0);

    public sealed record Inject(InjectFile Of) : Moment(1);

    public sealed record Open(ExpectationFile Of) : Moment(2);

    public sealed record Act(ActFile Of) : Moment(3);

    public sealed record Due() : Moment(4);

    public sealed record Listen() : Moment(5);

    public sealed record Deadline(ExpectationFile Of) : Moment(6);

    public sealed record Pause(PauseFile Of) : Moment(7);

    public sealed record End() : Moment(8);
}

/// <summary>What is still to come, in order: by offset, by rank, and then as it was written down.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Moment, (TimeSpan Offset, int Rank, int Added)> _moments = new();
    private readonly ScenarioFile _file;
    private int _added;

    public Agenda(ScenarioFile file)
    {
        _file = file;
        foreach (var move in file.Moves)
        {
            Add(move.Starts, new Moment.Move(move));
        }

        foreach (var inject in file.Injects.Where(inject => inject.After is null))
        {
            Add(inject.At, new Moment.Inject(inject));
        }

        foreach (var expected in file.Expectations.Where(expected => expected.After is null))
        {
            Add(expected.At, new Moment.Open(expected));
        }

        foreach (var act in file.Play)
        {
            Add(act.At, new Moment.Act(act));
        }

        foreach (var pause in file.Pauses)
        {
            Add(pause.At, new Moment.Pause(pause));
        }

        Add(file.ListenEvery, new Moment.Listen());
        Add(file.Ends, new Moment.End());
    }

    public void Add(TimeSpan offset, Moment moment) => _moments.Enqueue(moment, (offset, moment.Rank, _added++));

    /// <summary>Adds what follows an inject that was delivered, or an expectation that was met, as far as it comes before the end.</summary>
    public void Follow(string id, TimeSpan offset)
    {
        foreach (var next in _file.Injects.Where(next => next.After == id && offset + next.At <= _file.Ends))
        {
            Add(offset + next.At, new Moment.Inject(next));
        }

        foreach (var next in _file.Expectations.Where(next => next.After == id && offset + next.At <= _file.Ends))
        {
            Add(offset + next.At, new Moment.Open(next));
        }
    }

    /// <summary>Where what comes next falls.</summary>
    public TimeSpan Next => _moments.TryPeek(out _, out var place) ? place.Offset : throw new InvalidOperationException("The exercise has ended.");

    /// <summary>Takes what comes next; the end comes in any case.</summary>
    public Moment Take(out TimeSpan offset)
    {
        _moments.TryDequeue(out var moment, out var place);
        offset = place.Offset;
        return moment ?? throw new InvalidOperationException("The exercise has ended.");
    }
}
