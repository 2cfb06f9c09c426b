using Comms.Core.Documents;

namespace Comms.Core.RoundUps;

/// <summary>A card that may be placed on a page.</summary>
/// <param name="Voice">Whose words it shows.</param>
/// <param name="Card">The card.</param>
/// <param name="Passage">Which part of the words it shows.</param>
internal sealed record DrawnCard(Voice Voice, MessageCard Card, Passage Passage)
{
    public DrawnCard WithOthers(IEnumerable<CardLink> others) => this with { Card = Card with { Others = [.. others] } };
}
