namespace Comms.Core.Documents;

/// <summary>A paragraph of our own words.</summary>
/// <param name="Text">What it says.</param>
public sealed record Paragraph(InlineText Text) : Block
{
    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
