using Comms.Core.Documents.Rendering;

namespace Comms.Core.Documents;

/// <summary>Someone's own words, unchanged.</summary>
/// <param name="Text">The words.</param>
/// <param name="Author">Who said them; null when not told.</param>
/// <param name="Url">Where they stand; null when they have no address.</param>
public sealed record Quote(string Text, string? Author = null, string? Url = null) : Block
{
    /// <summary>On which terms it may be shown, as <c>CC BY 4.0</c>; null when not told.</summary>
    public string? Licence { get; init; }

    internal string? Credit => Phrases.Credit(Author, Licence);

    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
