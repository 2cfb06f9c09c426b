using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Ledger;

namespace Comms.Core.Authoring;

/// <summary>What an author hands in.</summary>
public sealed record NewDraft
{
    /// <summary>The words for every account that has no variant of its own.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The post laid out as a page, as an edition is, for accounts whose channel shows one (<see cref="IDocuments"/>) and that have
    /// no variant; the others have the words. A campaign's hashtag and tracking leave it as it is. Null for a post that is words alone.
    /// </summary>
    public Document? Document { get; init; }

    /// <summary>The accounts it is for; at least one.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>Other words for some accounts, by account id. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// A content warning: of what it tells, for those who may not want to read it, as “Mentions suicide”. It stands apart where the
    /// channel can (<see cref="ChannelTraits.Warnings"/>), and as the first line elsewhere. Null for none.
    /// </summary>
    public string? Warning { get; init; }

    /// <summary>The card of a link that stands in the words, on channels that show one they are given; null for none.</summary>
    public LinkCard? Card { get; init; }

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

    /// <summary>
    /// An embargo: it stands nowhere before then, whoever schedules it. Bound by the approval. Null for none. See
    /// <see cref="Press.PressRelease"/>.
    /// </summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>From then on it is not sent any more, late or not. Bound by the approval. Null for no such end.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>The message that it answers, on accounts whose channel can (<see cref="IReplies"/>); null for a post that answers none.</summary>
    public ReplyTo? InReplyTo { get; init; }

    /// <summary>The heard message that it passes on, which <see cref="Comms.Core.Reshares.ReshareDesk"/> looked at; null for none.</summary>
    internal Reshared? Reshares { get; init; }

    /// <summary>What its channel shows itself of what it passes on (<see cref="Rendition.Original"/>); null before it is known where it stands.</summary>
    internal string? Original { get; init; }

    /// <summary>The account on which its other half stands first (<see cref="Rendition.After"/>); null before it is known where it stands.</summary>
    internal string? After { get; init; }

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

    /// <summary>
    /// The kit of a difficult story (<see cref="Comms.Core.Approval.Kits.StoryKit"/>) that must be ready before it is approved; null for a post
    /// that needs none.
    /// </summary>
    public string? Kit { get; init; }

    /// <summary>The host's own name for the post: the same key is the same post. Null for none.</summary>
    public string? Key { get; init; }

    /// <summary>
    /// A page as a post, as an edition is delivered: the page itself where one can be shown, and elsewhere its title, its first
    /// words and where it stands. The same page for the same accounts has the same <see cref="Key"/>.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="accounts">The accounts it is for.</param>
    public static NewDraft Of(Document page, IReadOnlyList<string> accounts)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(accounts);
        string?[] words = [page.Title, DocumentWords.Opening(page), page.Url];
        return new NewDraft
        {
            Text = string.Join("\n\n", words.Where(word => !string.IsNullOrWhiteSpace(word))),
            Accounts = accounts,
            Language = page.Language,
            Document = page,
            Card = page.Url is { } url && !string.IsNullOrWhiteSpace(page.Title) ? new LinkCard(url, page.Title, DocumentWords.Opening(page) ?? "") : null,
            Key = ContentId.Of("page", DocumentRenderer.Render(page, DocumentFormat.Json), string.Join(' ', accounts.Order(StringComparer.Ordinal))),
        };
    }
}
