using Comms.Core.Documents;

namespace Comms.Core.RoundUps;

/// <summary>
/// A report whose every line is tied to its evidence. Only <see cref="RoundUpComposer"/> makes one, and only after
/// its proof; a stored one is checked against its hash again. Immutable but for what a person may have removed, which is recorded.
/// </summary>
public sealed class Edition
{
    internal Edition(EditionContent content, DateTimeOffset composedAt)
    {
        Content = content;
        ComposedAt = composedAt;
        Hash = content.Hash();
        Id = content.Team + "/" + content.Day + "/" + Hash[..12];
        Amendments = [];
    }

    internal Edition(EditionContent content, DateTimeOffset composedAt, string id, IReadOnlyList<EditionAmendment> amendments)
        : this(content, composedAt)
    {
        Id = id;
        Amendments = amendments;
    }

    /// <summary>
    /// The team, the period's first day and the beginning of the hash that it was made with: the same content has the same
    /// id, and an amended edition keeps its own.
    /// </summary>
    public string Id { get; }

    /// <summary>What sort of edition it is.</summary>
    public EditionKind Kind => Content.Kind;

    /// <summary>The team's id in the policy; <c>briefing</c> for a briefing of all messages.</summary>
    public string Team => Content.Team;

    /// <summary>The first instant of the period.</summary>
    public DateTimeOffset From => Content.From;

    /// <summary>The instant at which the period had ended.</summary>
    public DateTimeOffset To => Content.To;

    /// <summary>The zone in which times are shown.</summary>
    public string Zone => Content.Zone;

    /// <summary>The policy that routed the messages.</summary>
    public string Policy => Content.Policy;

    /// <summary>The period in figures.</summary>
    public WeekCounts Counts => Content.Counts;

    /// <summary>What the reader gets.</summary>
    public Document Document => Content.Document;

    /// <summary>What stands behind each number and each quotation of the document.</summary>
    public IReadOnlyList<EditionClaim> Evidence => Content.Evidence;

    /// <summary>When it was composed. Not part of the hash: the same week composed again is the same edition.</summary>
    public DateTimeOffset ComposedAt { get; }

    /// <summary>The SHA-256 of the canonical JSON of all but <see cref="ComposedAt"/>, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>What was removed from it since it was made, first to last; none for an edition as it was made.</summary>
    public IReadOnlyList<EditionAmendment> Amendments { get; }

    internal EditionContent Content { get; }

    internal Edition Amended(Document document, EditionAmendment amendment) =>
        new(Content with { Document = document }, ComposedAt, Id, [.. Amendments, amendment]);
}
