namespace Comms.Core.Documents;

/// <summary>A list of points.</summary>
/// <param name="Items">The points in order.</param>
/// <param name="Ordered">Whether the order matters and the points are numbered. Default: false.</param>
public sealed record ListBlock(IReadOnlyList<InlineText> Items, bool Ordered = false) : Block
{
    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
