using Comms.Core.Documents;

namespace Comms.Core.Channels;

/// <summary>One post, or one part of a thread, exactly as it is to stand on one account. Made before approval and hashed with it.</summary>
public sealed record Rendition
{
    /// <summary>The account it is for.</summary>
    public required string Account { get; init; }

    /// <summary>Which part of the thread, from 0.</summary>
    public int Part { get; init; }

    /// <summary>How many parts the thread has; 1 for a single post.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>The whole text of this part; empty only where it shows what it passes on without a word (<see cref="Original"/>).</summary>
    public required string Text { get; init; }

    /// <summary>What stands before the words for those who may not want to read them, where the channel keeps it apart (<see cref="ChannelTraits.Warnings"/>); null for nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>The card of a link in the words, on a channel that shows one (<see cref="ChannelTraits.Cards"/>); null for none.</summary>
    public LinkCard? Card { get; init; }

    /// <summary>The language of the text as a BCP 47 tag. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Links, mentions and hashtags within the text, in order; on a page, those that it does not quote. Default: none.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>Pictures and files, in order. Default: none.</summary>
    public IReadOnlyList<MediaRef> Media { get; init; } = [];

    /// <summary>What it answers: the id that its account's source gives a message; null for a post that answers none. See <see cref="IReplies"/>.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Whom it answers, by handle, on a channel that reaches each reader apart (<see cref="IRecipients"/>): they alone receive it. Null elsewhere.</summary>
    public string? AnswerTo { get; init; }

    /// <summary>The id of the heard message that it passes on: it is not sent once that was deleted at its source. Null where it passes on nothing.</summary>
    public string? Reshares { get; init; }

    /// <summary>
    /// What the channel shows itself of what it passes on (<see cref="IReshares"/>): the id that its account's source gives that
    /// message. Null where a way to it stands in the words.
    /// </summary>
    public string? Original { get; init; }

    /// <summary>The account on which the post's other half stands first: this is not sent before all of that stands. Null where it waits for no other account.</summary>
    public string? After { get; init; }

    /// <summary>It stands nowhere before then; null for no embargo.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>From then on it is not sent any more, as what tells the press of an embargo once that has ended; null for no such end.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>
    /// The post laid out as a page, on a channel that shows one (<see cref="IDocuments"/>); <see cref="Text"/> then holds the same
    /// in words alone. Null for a post that is words alone.
    /// </summary>
    public Document? Document { get; init; }

    /// <summary>Every word that readers see beside the text, but for descriptions of pictures: with what it is.</summary>
    internal IEnumerable<(string What, string Words)> Beside => new[] { ("warning", Warning), ("card", Card?.Title), ("card", Card?.Description) }
        .Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => (one.Item1, one.Item2!));
}

/// <summary>What a stretch of text is.</summary>
public enum FacetKind
{
    /// <summary>A link; the target is its address.</summary>
    Link,

    /// <summary>A hashtag; the target is the tag without its sign.</summary>
    Hashtag,

    /// <summary>A mention; the target is the account's handle.</summary>
    Mention,
}

/// <summary>A stretch of text that is a link, a hashtag or a mention.</summary>
/// <param name="Start">In UTF-16 units from the start of the text.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Target">The address, tag or handle.</param>
public sealed record Facet(int Start, int Length, FacetKind Kind, string Target);

/// <summary>A picture or file of a post. The bytes are in the media store.</summary>
/// <param name="Sha256">Its name in the media store: 64 lower-case hexadecimal digits.</param>
/// <param name="Type">Its media type, as <c>image/png</c>.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Alt">What it shows, for people who do not see it; empty only for decoration.</param>
public sealed record MediaRef(string Sha256, string Type, long Length, string Alt);
