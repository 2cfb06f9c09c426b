namespace Comms.Core.Exercises.Playing;

/// <summary>What happened, in order, and beside it when on the wall: the one is the same at every rate, the other never is.</summary>
internal sealed class Transcript(Scenario scenario, ExerciseClock clock)
{
    private readonly List<TranscriptEntry> _entries = [];
    private readonly List<DateTimeOffset> _wall = [];

    public IReadOnlyList<TranscriptEntry> Entries => _entries;

    public IReadOnlyList<DateTimeOffset> Wall => _wall;

    public TimeSpan Offset { get; set; }

    /// <summary>Is told of each entry; null for nobody.</summary>
    public Action<TranscriptEntry>? Tell { get; set; }

    public void Add(string kind, string? id, string title, string? who = null, string? detail = null, DateTimeOffset? at = null)
    {
        var timeline = scenario.Timeline;
        var entry = new TranscriptEntry(
            _entries.Count + 1, timeline.Local(at ?? clock.GetUtcNow()), at is { } then ? timeline.OffsetOf(then) : Offset, kind, id, title, who, detail);
        _entries.Add(entry);
        _wall.Add(clock.Wall.GetUtcNow());
        Tell?.Invoke(entry);
    }
}
