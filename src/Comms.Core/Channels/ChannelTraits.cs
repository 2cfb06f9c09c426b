using Comms.Core.Text;

namespace Comms.Core.Channels;

/// <summary>How safely a channel takes the same post twice.</summary>
public enum IdempotencyClass
{
    /// <summary>It would post twice. After an unknown outcome a person decides.</summary>
    None,

    /// <summary>The same key and bytes have one effect while the key lives.</summary>
    ByKey,

    /// <summary>The post's own id is chosen before it is sent; a second creation of it is refused.</summary>
    CreateOnly,

    /// <summary>It would post twice, and its owner has said that twice is better than not at all. A post in doubt is sent again.</summary>
    AtLeastOnce,
}

/// <summary>A channel's limits and habits as they stood on a day. Its version is recorded in each approval.</summary>
public sealed record ChannelTraits
{
    /// <summary>Changes whenever anything below does, as <c>folder/1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Where these figures were read.</summary>
    public required string Source { get; init; }

    /// <summary>The day they were read.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>The longest text of one post; null when the channel sets no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What <see cref="MaxLength"/> counts. Default: graphemes.</summary>
    public LengthUnit Unit { get; init; } = LengthUnit.Graphemes;

    /// <summary>The most UTF-8 bytes of one post, beside <see cref="MaxLength"/>; null when the channel sets no such limit.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>The most pictures or files of one post. Default: 0.</summary>
    public int MaxMedia { get; init; }

    /// <summary>The longest description of a picture, in UTF-16 units; null when the channel sets no limit.</summary>
    public int? MaxAlt { get; init; }

    /// <summary>Whether a long text may become a thread. Default: false.</summary>
    public bool Threads { get; init; }

    /// <summary>
    /// Whether a content warning stands apart from the words, which are shown to those who ask; it counts with them. Elsewhere it
    /// is their first line. Default: false.
    /// </summary>
    public bool Warnings { get; init; }

    /// <summary>Whether a post shows a card of a link that it is given (<see cref="Rendition.Card"/>). Default: false.</summary>
    public bool Cards { get; init; }

    /// <summary>How safely the same post is taken twice. Default: <see cref="IdempotencyClass.None"/>.</summary>
    public IdempotencyClass Idempotency { get; init; }

    /// <summary>How long the channel remembers a key; null for ever. Meaningful for <see cref="IdempotencyClass.ByKey"/>.</summary>
    public TimeSpan? KeyLifetime { get; init; }
}
