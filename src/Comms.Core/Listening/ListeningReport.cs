namespace Comms.Core.Listening;

/// <summary>What one run of listening brought. The sums agree: every event is in exactly one of the first five.</summary>
/// <param name="Heard">Messages that were new.</param>
/// <param name="Changed">Messages whose words had changed.</param>
/// <param name="Deleted">Messages that were deleted at their source.</param>
/// <param name="Known">Events that told nothing new.</param>
/// <param name="SetAside">Events that could not be read; each is kept with its reason.</param>
/// <param name="Faults">Sources that could not be read, in words.</param>
public sealed record ListeningReport(long Heard, long Changed, long Deleted, long Known, long SetAside, IReadOnlyList<string> Faults)
{
    private const int MostNamed = 20;

    /// <summary>The first of what was set aside, at most twenty; <see cref="ListeningDesk.ListSetAsideAsync"/> reads all.</summary>
    public IReadOnlyList<SetAside> FirstSetAside { get; internal init; } = [];

    /// <summary>A run that brought nothing.</summary>
    public static ListeningReport Nothing { get; } = new(0, 0, 0, 0, 0, []);

    /// <summary>Whether it changed nothing: faults aside, there was nothing to hear.</summary>
    public bool BroughtNothing => Heard + Changed + Deleted + SetAside == 0;

    internal ListeningReport Plus(ListeningReport other) => new(
        Heard + other.Heard,
        Changed + other.Changed,
        Deleted + other.Deleted,
        Known + other.Known,
        SetAside + other.SetAside,
        [.. Faults, .. other.Faults])
    {
        FirstSetAside = other.FirstSetAside.Count == 0 ? FirstSetAside : [.. FirstSetAside.Concat(other.FirstSetAside).Take(MostNamed)],
    };
}

/// <summary>Something that could not be read and was set aside; nothing is lost.</summary>
/// <param name="Source">The source it came from.</param>
/// <param name="Where">The file and line, or the entry's address.</param>
/// <param name="Reason">What is wrong with it, in words.</param>
/// <param name="Raw">What stood there.</param>
public sealed record SetAside(string Source, string Where, string Reason, string Raw);
