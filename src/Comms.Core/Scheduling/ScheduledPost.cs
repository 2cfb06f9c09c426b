using System.Collections.Immutable;
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

    private static readonly string?[] Everyone = [null];

    private readonly PostMarks _marks;

    internal ScheduledPost(ApprovedPost post, PlannedTime when, ScheduleRequest request, SensitivePeriods periods, Actor publisher)
        : this(
            post.Id, post.Hash, post.ApprovedBy, publisher.Id, when, request.Lateness, post.Renditions, post.TraitsVersions,
            PostMarks.Of(request, periods.Judge(request.Purpose, when.Instant)))
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
        IReadOnlyDictionary<string, string> traitsVersions,
        PostMarks? marks = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? recipients = null)
    {
        Id = id;
        ApprovedHash = approvedHash;
        ApprovedBy = approvedBy;
        ScheduledBy = scheduledBy;
        When = when;
        Lateness = lateness;
        Renditions = renditions;
        TraitsVersions = traitsVersions;
        _marks = marks ?? new PostMarks();
        Recipients = recipients ?? ImmutableDictionary<string, IReadOnlyList<string>>.Empty;
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

    /// <summary>What it is for.</summary>
    public PostPurpose Purpose => _marks.Purpose;

    /// <summary>Whether it belongs to the crisis and goes through a hold.</summary>
    public bool Crisis => _marks.Crisis;

    /// <summary>Why it waits for a person although it has its time; null when it goes out by itself.</summary>
    public string? HeldBy => _marks.HeldBy;

    /// <summary>Which sensitive period it is exempt from, and why; null when none asks.</summary>
    public string? Exemption => _marks.Exemption;

    internal PostMarks Marks => _marks;

    /// <summary>Who receives it, for each account whose channel reaches each reader apart.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Recipients { get; }

    internal RecordKey RecordKey => new(Kind, Id);

    /// <summary>The id of the approved post, which is its draft's, of whichever of its times.</summary>
    internal static string DraftOf(string id) => id.Split('@')[0];

    /// <summary>One of many times of the same post, with a name that follows from the plan.</summary>
    internal ScheduledPost Occurrence(PlannedTime when) => With(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}@{when.Local:yyyyMMdd'T'HHmm}"), when);

    /// <summary>The same post at the time that the tz database in use gives.</summary>
    internal ScheduledPost At(PlannedTime when) => With(Id, when);

    /// <summary>The same post, with those who are on the lists now.</summary>
    internal ScheduledPost To(IReadOnlyDictionary<string, IReadOnlyList<string>> recipients) =>
        new(Id, ApprovedHash, ApprovedBy, ScheduledBy, When, Lateness, Renditions, TraitsVersions, _marks, recipients);

    /// <summary>Each recipient on an account; one null where the channel shows one post to all.</summary>
    internal IReadOnlyList<string?> RecipientsOf(string account) => Recipients.GetValueOrDefault(account) ?? Everyone;

    private ScheduledPost With(string id, PlannedTime when) =>
        new(id, ApprovedHash, ApprovedBy, ScheduledBy, when, Lateness, Renditions, TraitsVersions, _marks, Recipients);

    internal byte[] Seal() => ScheduledPostRecord.Seal(this);

    internal static ScheduledPost Open(LedgerRecord record) => ScheduledPostRecord.Open(record);
}
