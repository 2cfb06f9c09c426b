using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>One part of a story: a card from some platform, or a note of our own between cards. Immutable.</summary>
public sealed class StoryPart
{
    internal StoryPart(Block block)
    {
        Block = block;
        Card = Card.Of(block);
        Hash = Card is null ? null : CardHash.Of(block);
    }

    /// <summary>What it shows.</summary>
    public Block Block { get; }

    /// <summary>
    /// The SHA-256 of all that a card says, as 64 hexadecimal digits, by which it can be proved unchanged when its platform
    /// is gone; null for a note.
    /// </summary>
    public string? Hash { get; }

    /// <summary>What it is as a card; null for a note.</summary>
    internal Card? Card { get; }
}
