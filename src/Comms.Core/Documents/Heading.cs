namespace Comms.Core.Documents;

/// <summary>A heading below the title.</summary>
/// <param name="Text">The words.</param>
/// <param name="Level">
/// From 2, directly below the title, to 6. Anything outside is brought inside, and one that skips a level is shown at
/// the next, so that headings are in order for people who move by them. Default: 2.
/// </param>
public sealed record Heading(string Text, int Level = 2) : Block
{
    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
