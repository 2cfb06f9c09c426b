using Comms.Core.Documents.Rendering;

namespace Comms.Core.Documents;

/// <summary>A picture.</summary>
/// <param name="Url">Its https address. Any other is not loaded: http becomes a link, and the rest is shown as text.</param>
/// <param name="Alt">What it shows, for those who do not see it; empty when it only decorates.</param>
/// <param name="Caption">A line beneath it; null for none.</param>
public sealed record ImageBlock(string Url, string Alt, string? Caption = null) : Block
{
    /// <summary>On which terms it may be shown, as <c>CC BY 4.0</c>; null when not told.</summary>
    public string? Licence { get; init; }

    internal string? Credit => Phrases.Credit(Caption, Licence);

    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
