using Comms.Core.Channels;

namespace Comms.Core.Authoring;

/// <summary>What an author hands in.</summary>
public sealed record NewDraft
{
    /// <summary>The words for every account that has no variant of its own.</summary>
    public required string Text { get; init; }

    /// <summary>The accounts it is for; at least one.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>Other words for some accounts, by account id. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    /// <summary>Pictures and files, already in the media store, each with its description. Default: none.</summary>
    public IReadOnlyList<MediaRef> Media { get; init; } = [];

    /// <summary>The language as a BCP 47 tag. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The same in another language, approved with it; null for none.</summary>
    public PairedText? Pair { get; init; }

    /// <summary>A campaign's hashtag, with its sign; added to a text that lacks it. Null for none.</summary>
    public string? Campaign { get; init; }

    /// <summary>When its author would like it to go out, for whoever schedules it; null for no wish.</summary>
    public DateTimeOffset? WantedAt { get; init; }

    /// <summary>The message that it answers, on accounts whose channel can (<see cref="IReplies"/>); null for a post that answers none.</summary>
    public ReplyTo? InReplyTo { get; init; }

    /// <summary>The heard message that it passes on, which <see cref="Comms.Core.Reshares.ReshareDesk"/> looked at; null for none.</summary>
    internal string? Reshares { get; init; }

    /// <summary>
    /// Whether it tells of harm or death of which a family must hear first, and not from here: it cannot be approved before
    /// someone has recorded that they were told. Default: false.
    /// </summary>
    public bool Candour { get; init; }

    /// <summary>
    /// What it is, where that asks for more than one approver: an open vocabulary of the host's rules, as
    /// <c>named-patient</c> or <c>clinical</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The host's own name for the post: the same key is the same post. Null for none.</summary>
    public string? Key { get; init; }
}
