using AngleSharp.Dom;
using Comms.Core.Documents;

namespace Comms.Core.Markup;

/// <summary>Reads a quote: its words, and who said them where. What words cannot say follows it.</summary>
internal static class QuoteReader
{
    public static IEnumerable<Block> Read(IElement element, Func<INode, List<Block>> within)
    {
        var source = Source(element, within);
        var link = source.Beside.OfType<LinkBlock>().FirstOrDefault();
        var said = Saying.Of(within(element));
        return said.Words.Length == 0
            ? [.. said.Beside, .. source.Beside]
            :
            [
                new Quote(said.Words, MediaReader.Words(source.Line), link?.Url ?? MediaReader.Address(element, "cite")),
                .. said.Beside,
                .. source.Beside.Where(block => block != link),
            ];
    }

    /// <summary>Who is quoted, which is taken out of the quote.</summary>
    private static Saying Source(IElement quote, Func<INode, List<Block>> within)
    {
        var sources = quote.QuerySelectorAll("footer, cite");
        if (sources.Length == 0)
        {
            return Saying.Nothing;
        }

        sources[^1].Remove();
        return Saying.Of(within(sources[^1]));
    }
}
