namespace Comms.Core.Documents;

/// <summary>
/// The only way to output: a title and blocks in order. Text inside is data in every format, never markup. Immutable
/// when its lists are.
/// </summary>
public sealed record Document
{
    private const string English = "en";

    /// <summary>The title: the page's name and its one heading of the first level.</summary>
    public required string Title { get; init; }

    /// <summary>A short line above the title that says what this belongs to, as a series; null for none.</summary>
    public string? Series { get; init; }

    /// <summary>The language as a BCP 47 tag. Default: <c>en</c>.</summary>
    // A generated JSON reader sets to null what the JSON leaves out: the default is put back here, and in MessageCard.
    public string Language { get; init => field = value ?? English; } = English;

    /// <summary>Where the document stands, or will; null when not known. A feed links to it.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published; null when not known. A feed tells it, and takes the latest message's time instead.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who publishes it, as a feed names its author; null for the series or the title.</summary>
    public string? Publisher { get; init; }

    /// <summary>What the document says, in order.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
}
