using Comms.Core.Documents.Rendering;

namespace Comms.Core.Documents;

/// <summary>Something from another platform, as a card with its words and a link: never as a frame or script.</summary>
/// <param name="Url">Where it stands.</param>
/// <param name="Text">Its title or words.</param>
/// <param name="Author">Who made it; null when not told.</param>
public sealed record EmbedCard(string Url, string Text, string? Author = null) : Block
{
    /// <summary>On which terms it may be shown, as <c>CC BY 4.0</c>; null when not told.</summary>
    public string? Licence { get; init; }

    /// <summary>The https address of a picture of it, which only decorates: its words stand beside. Null for none; a page that asks nothing of any network leaves it out.</summary>
    public string? Picture { get; init; }

    /// <summary>When it was made; null when not told.</summary>
    public DateTimeOffset? At { get; init; }

    internal string? ShownPicture => WebAddress.CanShowPicture(Picture) ? Picture : null;

    internal string? Credit => Phrases.Credit(At is not { } at ? Author : Author is null ? Phrases.Time(at) : $"{Author} · {Phrases.Time(at)}", Licence);

    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
