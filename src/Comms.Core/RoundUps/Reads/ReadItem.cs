namespace Comms.Core.RoundUps.Reads;

/// <summary>One thing that a read-round-up points to.</summary>
public sealed record ReadItem
{
    /// <summary>The most words of a <see cref="Label"/>.</summary>
    public const int MostWords = 8;

    /// <summary>What it is called in the title, in up to eight words; none blank.</summary>
    public required string Label { get; init; }

    /// <summary>Where it is read: https or http. No item of the series has pointed there before.</summary>
    public required string Url { get; init; }

    /// <summary>Words from it, unchanged; null for none.</summary>
    public string? Quote { get; init; }

    /// <summary>Who wrote or said them; null when not told.</summary>
    public string? Author { get; init; }

    /// <summary>Why it is worth reading; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>What it shows, where it is a film or slides, as a card that needs no script; null where it is read.</summary>
    public string? Embed { get; init; }
}
