namespace Comms.Core.Triage.Signals;

/// <summary>All signals and the labels they speak for, numbered. Immutable.</summary>
internal sealed class SignalTable
{
    private readonly Signal[] _signals;
    private readonly int[] _labelOf;
    private readonly int[] _excusedBy;

    public SignalTable(IReadOnlyList<Signal> signals)
    {
        _signals = [.. signals];
        Labels = [.. signals.Select(signal => signal.Excuses ?? signal.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _labelOf = [.. signals.Select(signal => Array.BinarySearch(Labels, signal.Label, StringComparer.Ordinal))];
        _excusedBy = [.. signals.Select(signal =>
            signal.Excuses is null ? -1 : Array.BinarySearch(Labels, signal.Excuses, StringComparer.Ordinal))];
    }

    public static SignalTable Empty { get; } = new([]);

    /// <summary>In ordinal order.</summary>
    public string[] Labels { get; }

    public Signal this[int signal] => _signals[signal];

    /// <summary>The number of the label that a signal speaks for.</summary>
    public int LabelOf(int signal) => _labelOf[signal];

    /// <summary>The number of the label that a signal takes back; -1 when it takes none.</summary>
    public int ExcusedBy(int signal) => _excusedBy[signal];
}
