using Comms.Core.Approval;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Scheduling;

/// <summary>
/// An approved post with its time and the person who decided it. Carries what Publishing needs flat. Only Scheduling
/// makes one. Immutable.
/// </summary>
public sealed class ScheduledPost
{
    internal const string Kind = "scheduled";

    internal ScheduledPost(ApprovedPost post, PlannedTime when, Lateness lateness, Actor publisher)
        : this(post.Id, post.Hash, post.ApprovedBy, publisher.Id, when, lateness, post.Renditions, post.TraitsVersions)
    {
    }

    internal ScheduledPost(
        string id,
        string approvedHash,
        string approvedBy,
        string scheduledBy,
        PlannedTime when,
        Lateness lateness,
        IReadOnlyList<Rendition> renditions,
        IReadOnlyDictionary<string, string> traitsVersions)
    {
        Id = id;
        ApprovedHash = approvedHash;
        ApprovedBy = approvedBy;
        ScheduledBy = scheduledBy;
        When = when;
        Lateness = lateness;
        Renditions = renditions;
        TraitsVersions = traitsVersions;
    }

    /// <summary>The post's name, which stays from its draft.</summary>
    public string Id { get; }

    /// <summary>The hash that the approval bound.</summary>
    public string ApprovedHash { get; }

    /// <summary>Who approved what it says.</summary>
    public string ApprovedBy { get; }

    /// <summary>Who decided when it goes out.</summary>
    public string ScheduledBy { get; }

    /// <summary>When it goes out, as planned and as resolved.</summary>
    public PlannedTime When { get; }

    /// <summary>What becomes of it if it is late.</summary>
    public Lateness Lateness { get; }

    /// <summary>What will stand on each account, part by part.</summary>
    public IReadOnlyList<Rendition> Renditions { get; }

    /// <summary>The version of each account's limits under which the renditions were made.</summary>
    public IReadOnlyDictionary<string, string> TraitsVersions { get; }

    internal RecordKey RecordKey => new(Kind, Id);

    internal byte[] Seal() => ScheduledPostRecord.Seal(this);

    internal static ScheduledPost Open(LedgerRecord record) => ScheduledPostRecord.Open(record);
}
