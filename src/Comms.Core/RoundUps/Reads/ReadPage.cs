using Comms.Core.Documents;

namespace Comms.Core.RoundUps.Reads;

/// <summary>Lays an edition out: each item with its quotation, why it is worth reading, and its link. Pure.</summary>
internal static class ReadPage
{
    public static Document Of(ReadRecord record) => new()
    {
        Title = record.Content.Title,
        Language = record.Content.Language,
        Blocks =
        [
            .. record.Content.Items.SelectMany(Blocks),
            .. record.Content.Standing is { } standing ? [new Callout(standing)] : Array.Empty<Block>(),
            .. record.Errata.Count == 0 ? Array.Empty<Block>() : [new Heading("Corrections", 2), .. record.Errata.Select(erratum => new Paragraph(erratum.Text))],
        ],
    };

    private static IEnumerable<Block> Blocks(ReadItem item)
    {
        yield return new Heading(item.Label, 2);
        if (item.Quote is { } quote)
        {
            yield return new Quote(quote, item.Author, item.Url);
        }

        if (item.Comment is { } comment)
        {
            yield return new Paragraph(comment);
        }

        yield return item.Embed is { } embed ? new EmbedCard(item.Url, embed, item.Author) : new LinkBlock(item.Label, item.Url);
    }
}
