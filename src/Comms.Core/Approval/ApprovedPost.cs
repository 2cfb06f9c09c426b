using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>
/// What was approved, to the byte: every rendition, bound by the hash of its canonical encoding. Only Approval makes one,
/// and one read from the ledger has its hash computed again. Immutable.
/// </summary>
public sealed class ApprovedPost
{
    internal const string Kind = "approved";

    internal ApprovedPost(Draft draft, Actor approver, DateTimeOffset approvedAt, IReadOnlyList<string> approvers)
        : this(draft.Id, draft.Author, approver.Id, approvedAt, draft.Language, draft.Renditions, draft.TraitsVersions, approvers: approvers)
    {
    }

    /// <param name="id">The draft's name.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="approvedBy">Who approved it.</param>
    /// <param name="approvedAt">When.</param>
    /// <param name="language">As a BCP 47 tag.</param>
    /// <param name="renditions">What was approved.</param>
    /// <param name="traitsVersions">Under which limits.</param>
    /// <param name="erased">The hash of what was approved, where its words were erased since; null where they stand.</param>
    /// <param name="approvers">Everyone who approved it, in order; null for one.</param>
    internal ApprovedPost(
        string id,
        string author,
        string approvedBy,
        DateTimeOffset approvedAt,
        string language,
        IReadOnlyList<Rendition> renditions,
        IReadOnlyDictionary<string, string> traitsVersions,
        string? erased = null,
        IReadOnlyList<string>? approvers = null)
    {
        Id = id;
        Author = author;
        ApprovedBy = approvedBy;
        Approvers = approvers ?? [approvedBy];
        ApprovedAt = approvedAt;
        Language = language;
        Renditions = renditions;
        TraitsVersions = traitsVersions;
        Hash = erased ?? RenditionHash.Of(renditions, traitsVersions);
    }

    /// <summary>The draft's name, which stays.</summary>
    public string Id { get; }

    /// <summary>Who wrote it.</summary>
    public string Author { get; }

    /// <summary>Who approved what it says: the last, where several did.</summary>
    public string ApprovedBy { get; }

    /// <summary>Everyone who approved it, in order.</summary>
    public IReadOnlyList<string> Approvers { get; }

    /// <summary>When.</summary>
    public DateTimeOffset ApprovedAt { get; }

    /// <summary>The language as a BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>What will stand on each account, part by part.</summary>
    public IReadOnlyList<Rendition> Renditions { get; }

    /// <summary>The version of each account's limits under which the renditions were made.</summary>
    public IReadOnlyDictionary<string, string> TraitsVersions { get; }

    /// <summary>SHA-256 of the canonical encoding of all renditions, in lower-case hexadecimal; see <see cref="RenditionHash"/>.</summary>
    public string Hash { get; }

    /// <summary>The end of its embargo, before which it stands nowhere; null for none.</summary>
    public DateTimeOffset? NotBefore => Renditions.Select(rendition => rendition.NotBefore).FirstOrDefault();

    /// <summary>From when on it is not sent any more; null for no such end.</summary>
    public DateTimeOffset? NotAfter => Renditions.Select(rendition => rendition.NotAfter).FirstOrDefault();

    internal RecordKey RecordKey => new(Kind, Id);

    /// <summary>The write that keeps it, once.</summary>
    internal LedgerWrite First() => new() { Key = RecordKey, Expected = 0, Content = Seal() };

    internal byte[] Seal() => ApprovedPostRecord.Seal(this);

    internal static ApprovedPost Open(LedgerRecord record) => ApprovedPostRecord.Open(record);
}
