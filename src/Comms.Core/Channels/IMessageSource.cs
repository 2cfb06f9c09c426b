namespace Comms.Core.Channels;

/// <summary>
/// A way in: mentions, comments, surveys, letters. Read in pages, each with the cursor from which the next begins; the
/// page and its cursor are committed in one transaction. Safe for concurrent use.
/// </summary>
public interface IMessageSource
{
    /// <summary>The source's name in this configuration; unique.</summary>
    string Id { get; }

    /// <summary>Reads all that is new since the cursor, in pages of a bounded size, and ends when there is no more for now.</summary>
    /// <param name="from">Where the last committed page ended; <see cref="SourceCursor.Start"/> at first.</param>
    /// <param name="cancel">Stops between pages.</param>
    /// <exception cref="ChannelException">The source could not be read; what was committed stays.</exception>
    IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, CancellationToken cancel);
}

/// <summary>Where reading goes on, in the source's own words.</summary>
/// <param name="Value">Opaque to everyone but the source.</param>
public readonly record struct SourceCursor(string Value)
{
    /// <summary>From the beginning.</summary>
    public static SourceCursor Start { get; } = new("");
}

/// <summary>Some events and the cursor after them.</summary>
/// <param name="Events">In the source's order; may be empty.</param>
/// <param name="Next">Where reading goes on once these are committed.</param>
public sealed record SourcePage(IReadOnlyList<SourceEvent> Events, SourceCursor Next);
