namespace Comms.Core.Documents;

/// <summary>A link on a line of its own.</summary>
/// <param name="Text">What a reader finds there.</param>
/// <param name="Url">Where it leads. One that is not http, https or mailto is shown as text.</param>
public sealed record LinkBlock(string Text, string Url) : Block
{
    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
