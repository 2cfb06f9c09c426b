using System.Text;
using Comms.Core.Documents;

namespace Comms.Core.Markup;

/// <summary>What blocks say where only words can stand, as in a quote or a cell; what words cannot say stands beside them.</summary>
/// <param name="Words">The words, a blank line between paragraphs.</param>
/// <param name="Beside">Links, pictures, cards and tables, in order.</param>
internal sealed record Saying(string Words, IReadOnlyList<Block> Beside)
{
    public static Saying Nothing { get; } = new("", []);

    /// <summary>The words on one line.</summary>
    public string Line { get; } = string.Join(' ', Words.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    public static Saying Of(IReadOnlyList<Block> blocks)
    {
        var words = new StringBuilder();
        var beside = new List<Block>();
        foreach (var block in blocks)
        {
            if (Said(block, beside) is { Length: > 0 } said)
            {
                words.Append(words.Length > 0 ? "\n\n" : "").Append(said);
            }
        }

        return new Saying(words.ToString(), beside);
    }

    /// <summary>The links of a line, which words alone would lose.</summary>
    public static IEnumerable<LinkBlock> Links(InlineText line) =>
        line.Runs.Where(run => run.Url is not null).Select(run => new LinkBlock(run.Text, run.Url!));

    private static string? Said(Block block, List<Block> beside)
    {
        switch (block)
        {
            case Heading heading:
                return heading.Text;
            case Paragraph { Text: var line }:
                beside.AddRange(Links(line));
                return line.ToString();
            case ListBlock { Items: var items }:
                beside.AddRange(items.SelectMany(Links));
                return string.Join('\n', items.Select(item => "• " + item));
            case Quote quote:
                beside.AddRange(quote.Url is { } url ? [new LinkBlock(quote.Author ?? url, url)] : []);
                return quote.Author is { } author ? $"{quote.Text}\n{author}" : quote.Text;
            default:
                beside.Add(block);
                return null;
        }
    }
}
