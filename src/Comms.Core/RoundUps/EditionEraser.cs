using Comms.Core.Documents;
using Comms.Core.Governance.Persons;

namespace Comms.Core.RoundUps;

/// <summary>Takes a person's words and names out of an edition, and leaves a mark where they stood.</summary>
internal static class EditionEraser
{
    /// <summary>The edition as amended; null where nothing of theirs stands in it.</summary>
    public static Edition? Without(Edition edition, PersonTraces traces, DateTimeOffset now)
    {
        var blocks = edition.Document.Blocks.ToArray();
        var quoted = edition.Evidence.OfType<EditionClaim.Quoted>().ToLookup(claim => claim.Block);
        var changed = new List<int>();
        for (var place = 0; place < blocks.Length; place++)
        {
            if (Without(blocks[place], [.. quoted[place]], traces) is { } other)
            {
                blocks[place] = other;
                changed.Add(place);
            }
        }

        if (changed.Count == 0)
        {
            return null;
        }

        var note = new Callout($"This was amended after it was made: {Reason(traces)}.");
        var document = edition.Document with { Blocks = edition.Amendments.Count > 0 ? blocks : [.. blocks, note] };
        return edition.Amended(document, new EditionAmendment(now, changed, Reason(traces)));
    }

    private static Block? Without(Block block, IReadOnlyList<EditionClaim.Quoted> claims, PersonTraces traces) => block switch
    {
        MessageCard card when claims is [var claim] => Without(card, claim, traces),
        MessageCard card => traces.TellIn(card.Text) ? new MessageCard(Removed(traces)) : null,
        Quote quote => traces.TellIn(quote.Text) || traces.TellIn(quote.Author ?? "") ? new Quote(Removed(traces)) : null,
        Heading heading => traces.TellIn(heading.Text) ? heading with { Text = Removed(traces) } : null,
        _ => traces.TellIn(ClaimedText.Of(block)) ? new Paragraph(Removed(traces)) : null,
    };

    private static MessageCard? Without(MessageCard card, EditionClaim.Quoted claim, PersonTraces traces)
    {
        if (traces.Ids.Contains(claim.MessageId) && card.Text != Removed(traces))
        {
            return new MessageCard(Removed(traces)) { Others = card.Others, Marks = card.Others.Count == 0 ? card.Marks : [] };
        }

        var others = card.Others.Select((link, at) =>
            at < claim.Others.Count && traces.Ids.Contains(claim.Others[at]) ? new CardLink(Removed(traces)) : link).ToArray();
        return others.SequenceEqual(card.Others) ? null : card with { Others = others };
    }

    private static string Removed(PersonTraces traces) => $"[removed {traces.Because}]";

    private static string Reason(PersonTraces traces) => $"what stood here was removed {traces.Because}";
}
