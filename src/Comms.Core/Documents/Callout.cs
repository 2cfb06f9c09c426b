namespace Comms.Core.Documents;

/// <summary>A remark that a reader must not miss, as why something is held back.</summary>
/// <param name="Text">What it says.</param>
public sealed record Callout(InlineText Text) : Block
{
    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
