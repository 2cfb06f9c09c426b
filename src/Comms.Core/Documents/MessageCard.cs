namespace Comms.Core.Documents;

/// <summary>One message: its words unchanged, who wrote it, when and where.</summary>
/// <param name="Text">The words, or an exact part of them.</param>
/// <param name="Author">Who wrote it; null when it is anonymous.</param>
/// <param name="Url">Where people see it; null when it has no address.</param>
/// <param name="At">When it was written, with the offset in which to show it; null when not known.</param>
public sealed record MessageCard(string Text, string? Author = null, string? Url = null, DateTimeOffset? At = null) : Block
{
    /// <summary>Where it came from, as a channel's name; null when not told.</summary>
    public string? Source { get; init; }

    /// <summary>How the writer feels; always told in words too. Default: not said.</summary>
    public Tone Tone { get; init; }

    /// <summary>A mark that must be seen before all else, as <c>Emergency</c>; null for none.</summary>
    public string? Alert { get; init; }

    /// <summary>Short marks, as a kind or a theme. Default: none.</summary>
    public IReadOnlyList<string> Marks { get; init => field = value ?? []; } = [];

    /// <summary>Whether <see cref="Text"/> is a part of a longer message; shown as such. Default: false.</summary>
    public bool Excerpt { get; init; }

    /// <summary>Others who said the same: shown as a count, each one linked. Default: none.</summary>
    public IReadOnlyList<CardLink> Others { get; init => field = value ?? []; } = [];

    /// <summary>On which terms it may be shown, as <c>CC BY 4.0</c>; null when not told.</summary>
    public string? Licence { get; init; }

    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
