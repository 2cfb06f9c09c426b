using System.Text.Json.Serialization;

namespace Comms.Core.RoundUps;

/// <summary>What stands behind one line of an edition.</summary>
/// <param name="Block">The place of the line's block in the document, from 0.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "claim")]
[JsonDerivedType(typeof(Counted), "counted")]
[JsonDerivedType(typeof(Quoted), "quoted")]
[JsonDerivedType(typeof(Given), "given")]
public abstract record EditionClaim(int Block)
{
    /// <summary>A number that counts messages.</summary>
    /// <param name="Block">The place of the block, from 0.</param>
    /// <param name="Says">The words with the number, exactly as the block has them.</param>
    /// <param name="MessageIds">The messages counted, each once: as many as the number says.</param>
    public sealed record Counted(int Block, string Says, IReadOnlyList<string> MessageIds) : EditionClaim(Block);

    /// <summary>Someone's own words, on a card.</summary>
    /// <param name="Block">The place of the card, from 0.</param>
    /// <param name="MessageId">The message.</param>
    /// <param name="Start">Where in its text the words begin, in UTF-16 units.</param>
    /// <param name="Length">How far they go, in UTF-16 units; personal data among them is masked on the card.</param>
    /// <param name="Others">Messages that say nearly the same, folded under the card; none when nobody else did.</param>
    public sealed record Quoted(int Block, string MessageId, int Start, int Length, IReadOnlyList<string> Others) : EditionClaim(Block);

    /// <summary>A number that this period's messages do not decide, as a date, a name or last week's count.</summary>
    /// <param name="Block">The place of the block, from 0.</param>
    /// <param name="Says">The words with the number, exactly as the block has them.</param>
    /// <param name="Source">Where it comes from, in words.</param>
    public sealed record Given(int Block, string Says, string Source) : EditionClaim(Block);
}
