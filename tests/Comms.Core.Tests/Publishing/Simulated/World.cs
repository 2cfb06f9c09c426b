using Comms.Core.Text;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>
/// A world on one thread whose clock goes from one event to the next: nothing in it waits for anything outside it, so that
/// the same seed gives the same world. Which of two events at one instant comes first is drawn.
/// </summary>
internal sealed class World(ulong seed)
{
    /// <summary>More events than that at one instant do not happen unless something asks again and again without a pause.</summary>
    private const int MostAtOnce = 20_000;

    private readonly PriorityQueue<Event, (DateTimeOffset At, ulong Draw)> _events = new();
    private int _atOnce;

    public Chance Chance { get; } = new(seed);

    public DateTimeOffset Now { get; private set; } = PublishingWorld.Nine;

    /// <summary>What was seen that must never be.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>What happened, event by event; null unless someone wants to read it.</summary>
    public List<string>? Transcript { get; init; }

    /// <summary>Called before a process does anything: it may be stopped right there.</summary>
    public Action<Process> Before { get; set; } = _ => { };

    public void In(TimeSpan span, Action act, Process? of = null) =>
        _events.Enqueue(new Event(act, of), (Now + span, Chance.Next()));

    /// <summary>Ends after a while, unless the process is dead by then.</summary>
    public Task PauseAsync(TimeSpan span, Process process)
    {
        var over = new TaskCompletionSource();
        In(span, over.SetResult, process);
        return over.Task;
    }

    public void Note(string what) => Transcript?.Add($"{Now:HH:mm:ss.fff} {what}");

    public void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            Violate(otherwise);
        }
    }

    public void Violate(string what)
    {
        Violations.Add($"{Now:HH:mm:ss.fff} {what}");
        Note($"!! {what}");
    }

    /// <summary>Lets events happen until an instant, or until something was seen that must not be.</summary>
    public void RunUntil(DateTimeOffset end)
    {
        while (Violations.Count == 0 && _events.TryPeek(out _, out var next) && next.At <= end)
        {
            var now = _events.Dequeue();
            _atOnce = next.At > Now ? 0 : _atOnce + 1;
            Now = next.At > Now ? next.At : Now;
            if (_atOnce > MostAtOnce)
            {
                Violate("time stands still: something asks again and again without a pause");
            }
            else
            {
                Happen(now);
            }
        }
    }

    private void Happen(Event now)
    {
        if (now.Of is { Dead: false } process)
        {
            Before(process);
        }

        if (now.Of is { Dead: true })
        {
            return;
        }

        if (now.Of is { } frozen && frozen.FrozenUntil > Now)
        {
            In(frozen.FrozenUntil - Now, now.Act, frozen);
            return;
        }

        now.Act();
    }

    private readonly record struct Event(Action Act, Process? Of);
}

/// <summary>A program while it runs: killed it does nothing more, frozen it does later what it would have done.</summary>
internal sealed class Process(string name)
{
    public string Name { get; } = name;

    public bool Dead { get; set; }

    public DateTimeOffset FrozenUntil { get; set; }
}
