using Comms.Core.Documents;

namespace Comms.Core.Markup;

/// <summary>Gathers the points of a list. The points of a list within a point follow it, each with a dash.</summary>
internal sealed class ListReader
{
    private const string Nested = "– ";

    private readonly List<InlineText> _items = [];
    private readonly List<Block> _beside = [];

    public void Item(IReadOnlyList<Block> blocks)
    {
        var runs = new List<Inline>();
        var nested = new List<InlineText>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph { Text: var line }:
                    runs.AddRange([.. Apart(runs), .. line.Runs]);
                    break;
                case Heading { Text: var words }:
                    runs.AddRange([.. Apart(runs), new Inline(words, Strong: true)]);
                    break;
                case ListBlock { Items: var items }:
                    nested.AddRange(items.Select(item => new InlineText([new Inline(Nested), .. item.Runs])));
                    break;
                default:
                    _beside.Add(block);
                    break;
            }
        }

        _items.AddRange(runs.Count > 0 ? [new InlineText(runs), .. nested] : nested);
    }

    public IEnumerable<Block> Blocks(bool ordered) => _items.Count > 0 ? [new ListBlock(_items, ordered), .. _beside] : _beside;

    private static Inline[] Apart(List<Inline> before) => before.Count > 0 ? [new Inline("\n")] : [];
}
