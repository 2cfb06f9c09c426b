namespace Comms.Core.Governance.Retention;

/// <summary>
/// How long words are kept that nobody asked to erase. The law sets no one period: it is for the organisation's own schedule. Default:
/// nothing is erased by its age.
/// </summary>
public sealed record RetentionOptions
{
    /// <summary>How long the words of messages are kept after they were written, and rows that could not be read; null for ever. At least a day.</summary>
    public TimeSpan? Messages { get; init; }

    /// <summary>How long notes and enquiries are kept after the last act or note of a case that is closed; null for ever. At least a day.</summary>
    public TimeSpan? Cases { get; init; }

    internal IEnumerable<string> Faults() => new[] { (nameof(Messages), Messages), (nameof(Cases), Cases) }
        .Where(one => one.Item2 < TimeSpan.FromDays(1)).Select(one => $"retention: {one.Item1} are kept less than a day");
}
