namespace Comms.Core.Channels;

/// <summary>Something that happened at a source.</summary>
public abstract record SourceEvent
{
    private SourceEvent()
    {
    }

    /// <summary>A message appeared, or appears again with its text changed.</summary>
    /// <param name="Item">The message as it now stands.</param>
    public sealed record Posted(SourceItem Item) : SourceEvent;

    /// <summary>A message was deleted by its author or the platform.</summary>
    /// <param name="ItemId">The source's id of it.</param>
    /// <param name="At">When, as far as the source tells.</param>
    public sealed record Deleted(string ItemId, DateTimeOffset At) : SourceEvent;

    /// <summary>A line or entry that could not be read. It is set aside with its reason, never lost.</summary>
    /// <param name="Where">The file and line, or the entry's address.</param>
    /// <param name="Reason">What is wrong with it, in words.</param>
    /// <param name="Raw">What stood there, cut to a bound when long.</param>
    public sealed record Unreadable(string Where, string Reason, string Raw) : SourceEvent;
}

/// <summary>One message as its source gives it.</summary>
public sealed record SourceItem
{
    /// <summary>The source's own id; the same message has the same id at each reading.</summary>
    public required string Id { get; init; }

    /// <summary>The words, unchanged.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it; null when it is anonymous, as a survey is.</summary>
    public Author? Author { get; init; }

    /// <summary>How it came. Default: <see cref="Act.Mention"/>.</summary>
    public Act Act { get; init; }

    /// <summary>What it answers: the source's id of another message, or a post of ours; null when nothing.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Where people see it; null when it has no address.</summary>
    public string? Url { get; init; }

    /// <summary>The service it is about, as a ward or a clinic, where the source tells; null when it does not.</summary>
    public string? Service { get; init; }

    /// <summary>The place it is about, as a site or a town, where the source tells; null when it does not.</summary>
    public string? Place { get; init; }

    /// <summary>
    /// The groups to which the author told that they belong, as a survey asks: <c>carer</c>, <c>under 25</c>. In the survey's own
    /// words. Default: empty.
    /// </summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>Who wrote a message, as far as its source tells.</summary>
/// <param name="Handle">The account's own name, as <c>@user@host</c>.</param>
/// <param name="Name">The name shown; null when there is none.</param>
/// <param name="Kind">Public, press, elected and so on. An open vocabulary. Default: <c>public</c>.</param>
/// <param name="Followers">How many follow the account; null when not known.</param>
public sealed record Author(string Handle, string? Name = null, string Kind = "public", long? Followers = null);

/// <summary>How someone turned to the team.</summary>
public enum Act
{
    /// <summary>Named the team or wrote to it.</summary>
    Mention,

    /// <summary>Answered a post.</summary>
    Reply,

    /// <summary>Passed a post on with words of their own.</summary>
    Quote,

    /// <summary>Passed a post on.</summary>
    Repost,

    /// <summary>Liked a post.</summary>
    Like,

    /// <summary>Commented below a post or page.</summary>
    Comment,

    /// <summary>Answered a survey's question.</summary>
    Answer,

    /// <summary>Linked to a page of the team's.</summary>
    Link,
}
