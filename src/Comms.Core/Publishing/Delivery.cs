using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Scheduling;

namespace Comms.Core.Publishing;

/// <summary>
/// One effect on its way: one part of one post on one account, for one recipient where the channel has such. Carries what it needs flat. Only Publishing makes one, and
/// each step gives a new one. Immutable.
/// </summary>
public sealed class Delivery
{
    internal const string Kind = "delivery";

    private Delivery(DeliveryRecord body, DeliveryKey key, long revision)
    {
        Body = body;
        Key = key;
        Revision = revision;
    }

    /// <summary>The stable name of this effect on every host and after every crash.</summary>
    public DeliveryKey Key { get; }

    /// <summary>The post it belongs to.</summary>
    public string Post => Body.Post;

    /// <summary>The hash that the approval bound.</summary>
    public string ApprovedHash => Body.ApprovedHash;

    /// <summary>What will stand on the account.</summary>
    public Rendition Rendition => Body.Rendition;

    /// <summary>Whom it is for; null on a channel that shows one post to all.</summary>
    public string? Recipient => Body.Recipient;

    /// <summary>The instant it was planned for.</summary>
    public DateTimeOffset PlannedFor => Body.PlannedFor;

    /// <summary>When it is too late by its own rule.</summary>
    public DateTimeOffset Deadline => Lateness.Act == LateAct.Publish ? LateFrom + Lateness.Within : LateFrom;

    /// <summary>What becomes of it if it is late.</summary>
    public Lateness Lateness => Body.Lateness;

    /// <summary>Where it stands.</summary>
    public DeliveryState State => Body.State;

    /// <summary>When the dispatcher looks at it again; null when it waits for nothing.</summary>
    public DateTimeOffset? Due => Body.Due;

    /// <summary>How often the channel was tried.</summary>
    public int Attempts => Body.Attempts;

    /// <summary>The last intent; null before the first.</summary>
    public Intent? Intent => Body.Intent;

    /// <summary>Proof that it stands; null until it does.</summary>
    public Receipt? Receipt => Body.Receipt;

    /// <summary>Why it stands where it stands, in words; null when there is nothing to say.</summary>
    public string? Reason => Body.Reason;

    /// <summary>
    /// Whether it may stand twice: it was sent again after a doubt, on a channel whose owner would rather have it twice than
    /// not at all (<see cref="IdempotencyClass.AtLeastOnce"/>).
    /// </summary>
    public bool MayStandTwice => Body.MayStandTwice;

    /// <summary>Whether it belongs to the crisis and goes through a hold.</summary>
    public bool Crisis => Body.Crisis;

    /// <summary>Whether a person has looked at it after it was held.</summary>
    internal bool IsReleased => Body.ReleasedAt is not null;

    /// <summary>The instant from which lateness counts: the planned one, until a person sends it on its way again.</summary>
    internal DateTimeOffset LateFrom => Body.ReleasedAt ?? PlannedFor;

    internal DeliveryRecord Body { get; }

    internal long Revision { get; }

    internal RecordKey RecordKey => new(Kind, Key.Value);

    /// <summary>All effects of a post.</summary>
    internal static IEnumerable<Delivery> PlanAll(ScheduledPost post)
    {
        foreach (var rendition in post.Renditions)
        {
            var body = Planned(post, rendition);
            foreach (var recipient in post.RecipientsOf(rendition.Account))
            {
                yield return new Delivery(body with { Recipient = recipient }, KeyFor(post.Id, post.ApprovedHash, rendition.Account, rendition.Part, recipient), revision: 0);
            }
        }
    }

    /// <summary>The names of all effects of a post.</summary>
    internal static IEnumerable<DeliveryKey> KeysOf(ScheduledPost post) => post.Renditions.SelectMany(rendition =>
        post.RecipientsOf(rendition.Account).Select(recipient => KeyFor(post.Id, post.ApprovedHash, rendition.Account, rendition.Part, recipient)));

    private static DeliveryRecord Planned(ScheduledPost post, Rendition rendition) => new(
        post.Id,
        post.ApprovedHash,
        RenditionHash.Of(rendition),
        rendition,
        post.When.Instant,
        post.Lateness,
        post.HeldBy is null ? DeliveryState.Scheduled : DeliveryState.Held,
        post.HeldBy is null ? post.When.Instant.ToUniversalTime() : null,
        ReleasedAt: null,
        Attempts: 0,
        Intent: null,
        Receipt: null,
        post.HeldBy,
        post.Purpose,
        post.Crisis,
        HoldScope.TagsOf(post.Renditions));

    internal static DeliveryKey KeyFor(string post, string approvedHash, string account, int part, string? recipient = null)
    {
        string[] names = ["delivery", post, approvedHash, account, part.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        return new DeliveryKey(ContentId.Hex(recipient is null ? names : [.. names, recipient]));
    }

    internal static Delivery Open(LedgerRecord record) =>
        new(DeliveryRecord.Open(record), new DeliveryKey(record.Key.Id), record.Revision);

    /// <exception cref="InvalidOperationException">No delivery takes that step.</exception>
    internal Delivery To(DeliveryState state, DateTimeOffset? due, string? reason = null) => DeliveryTransitions.Allows(State, state)
        ? With(Body with { State = state, Due = due, Reason = reason })
        : throw new InvalidOperationException($"A delivery does not go from {State} to {state}.");

    /// <summary>On its way again: at its time when that is still to come, else now.</summary>
    internal Delivery Released(DateTimeOffset now)
    {
        var due = State == DeliveryState.Held && PlannedFor > now ? PlannedFor.ToUniversalTime() : now;
        var again = State == DeliveryState.NeedsHuman ? now : Body.AgainAt;
        return With(To(DeliveryState.Scheduled, due).Body with { ReleasedAt = due, Attempts = 0, AgainAt = again });
    }

    /// <summary>Planned for another instant, in the same state.</summary>
    internal Delivery MovedTo(DateTimeOffset instant, DateTimeOffset? resumed) => With(Body with
    {
        PlannedFor = instant,
        ReleasedAt = Body.ReleasedAt is null ? null : instant,
        Due = Due is null ? null : instant.ToUniversalTime(),
        Resumed = resumed,
    });

    internal Delivery WithIntent(Intent intent) => With(To(DeliveryState.Sending, intent.Deadline).Body with { Intent = intent });

    internal Delivery Tried() => With(Body with { Attempts = Attempts + 1 });

    internal Delivery TriedAgain(bool mayDouble) => With(Tried().Body with { MayStandTwice = MayStandTwice || mayDouble });

    internal Delivery Postponed(DateTimeOffset due) => With(Body with { Due = due });

    internal Delivery PublishedAs(Receipt receipt) => With(To(DeliveryState.Published, due: null).Body with { Receipt = receipt });

    internal Delivery Committed() => new(Body, Key, Revision + 1);

    internal LedgerWrite Write(long? fence = null, bool release = true) => new()
    {
        Key = RecordKey,
        Expected = Revision,
        Content = Body.Seal(),
        Due = Due,
        Lane = Rendition.Account,
        Fence = fence,
        Release = release,
    };

    private Delivery With(DeliveryRecord body) => new(body, Key, Revision);
}
