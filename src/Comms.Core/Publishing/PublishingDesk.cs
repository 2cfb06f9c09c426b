using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Scheduling;

namespace Comms.Core.Publishing;

/// <summary>The front door of Publishing: takes scheduled posts, sends what is due, and lets people settle the rest. Thread-safe.</summary>
public sealed class PublishingDesk
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly Dispatcher _dispatcher;
    private readonly ChannelDirectory _channels;
    private readonly RestoreGuard _guard;
    private readonly SendPipelines _pipelines;
    private readonly Telemetry _telemetry;
    private readonly Wake _wake;

    internal PublishingDesk(
        ILedger ledger, IAuthorizer authorizer, TimeProvider clock, ChannelDirectory channels, Dispatcher dispatcher, RestoreGuard guard,
        SendPipelines pipelines, Telemetry telemetry, Wake wake, Func<DateTimeOffset, DateTimeOffset>? notQuiet = null)
    {
        Holds = new HoldDesk(ledger, authorizer, clock, notQuiet ?? (static instant => instant));
        _ledger = ledger;
        _authorizer = authorizer;
        _clock = clock;
        _dispatcher = dispatcher;
        _guard = guard;
        _channels = channels;
        (_pipelines, _telemetry, _wake) = (pipelines, telemetry, wake);
    }

    /// <summary>Stops what waits in a crisis, and lets it go on.</summary>
    public HoldDesk Holds { get; }

    /// <summary>Takes a scheduled post: from here it is sent when it is due. Taking the same post twice changes nothing.</summary>
    /// <returns>False when the post was there before.</returns>
    /// <exception cref="ChannelException">Who is to receive it could not be read; nothing was kept.</exception>
    public async ValueTask<bool> AcceptAsync(ScheduledPost post, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        using var span = _telemetry.Start("schedule", post.Id);
        var addressed = post.To(await RecipientsAsync(post, cancel).ConfigureAwait(false));
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = post.RecordKey, Expected = 0, Content = addressed.Seal() }, .. Delivery.PlanAll(addressed).Select(delivery => delivery.Write())],
            Entries =
            [
                AuditEvent.Entry(
                    _clock.GetUtcNow(), new Actor(post.ScheduledBy, []), "schedule", post.RecordKey,
                    post.When.Instant.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
                .. Remarks(post),
            ],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
    }

    /// <summary>The recipients of each account whose channel has such: an answer goes to who is answered. An empty list is kept out: its one delivery then says that nobody is on it.</summary>
    private async ValueTask<IReadOnlyDictionary<string, IReadOnlyList<string>>> RecipientsAsync(ScheduledPost post, CancellationToken cancel)
    {
        var recipients = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (account, person) in post.Renditions.Select(rendition => (rendition.Account, rendition.AnswerTo)).Distinct())
        {
            if (person is not null)
            {
                recipients.Add(account, [person]);
            }
            else if (_channels.Find(account) is IRecipients channel
                && await channel.RecipientsAsync(cancel).ConfigureAwait(false) is { Count: > 0 } list)
            {
                recipients.Add(account, [.. list.Distinct(StringComparer.Ordinal)]);
            }
        }

        return recipients;
    }

    private IEnumerable<ChainEntry> Remarks(ScheduledPost post)
    {
        (string Act, string? Detail)[] remarks =
            [("hold for review", post.HeldBy), ("exempt", post.Exemption), ("mark as crisis", post.Crisis ? "no hold stops it" : null)];
        return remarks.Where(remark => remark.Detail is not null).Select(remark =>
            AuditEvent.Entry(_clock.GetUtcNow(), new Actor(post.ScheduledBy, []), remark.Act, post.RecordKey, remark.Detail));
    }

    /// <summary>Sends what is due now. May be called at any time, by any number of hosts.</summary>
    public ValueTask<DispatchReport> RunDueAsync(CancellationToken cancel = default) => _dispatcher.RunDueAsync(cancel);

    /// <summary>
    /// Waits until a run is worth while: until the next delivery falls due, or was planned or moved by this process or, where the
    /// ledger hears of it, by another. It may end early for nothing, so that a loop of this and <see cref="RunDueAsync"/> is all a
    /// host needs.
    /// </summary>
    /// <param name="atMost">After so long it ends whatever happens, since hints may be lost; more than zero.</param>
    /// <param name="cancel">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="LedgerException">The ledger cannot be reached.</exception>
    public ValueTask WaitForDueAsync(TimeSpan atMost, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(atMost, TimeSpan.Zero);
        return _wake.WaitAsync(atMost, Never, cancel);
    }

    /// <summary>
    /// How sending is: what is due longest without anyone taking it up, and which accounts rest. Reads one delivery of each
    /// account, so that a health check may ask as often as it likes.
    /// </summary>
    /// <exception cref="LedgerException">The ledger cannot be reached.</exception>
    public async ValueTask<PublishingStanding> StandingAsync(CancellationToken cancel = default)
    {
        var now = _clock.GetUtcNow();
        var (oldest, account) = (now, (string?)null);
        foreach (var id in _channels.Accounts.Select(channel => channel.Id))
        {
            var first = new RecordQuery { Kind = Delivery.Kind, Lane = id, DueBy = now, Limit = 1 };
            await foreach (var record in _ledger.ReadAsync(first, cancel).ConfigureAwait(false))
            {
                (oldest, account) = account is null || record.Due < oldest ? (record.Due ?? now, id) : (oldest, account);
            }
        }

        return new PublishingStanding(now - oldest, account, _pipelines.Resting);
    }

    /// <summary>Reads all deliveries in the order they were planned.</summary>
    public async IAsyncEnumerable<Delivery> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            yield return Delivery.Open(record);
        }
    }

    /// <summary>Finds a delivery; null when there is none.</summary>
    public async ValueTask<Delivery?> FindAsync(DeliveryKey key, CancellationToken cancel = default) =>
        await _ledger.FindAsync(new RecordKey(Delivery.Kind, key.Value), cancel).ConfigureAwait(false) is { } record
            ? Delivery.Open(record)
            : null;

    /// <summary>A person has looked: the post stands.</summary>
    /// <param name="delivery">Must need a person.</param>
    /// <param name="receipt">Where it stands.</param>
    /// <param name="publisher">Who looked; needs <see cref="Permission.Publish"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <returns>False when the actor may not, or someone else changed the delivery meanwhile.</returns>
    public ValueTask<bool> ConfirmAsync(Delivery delivery, Receipt receipt, Actor publisher, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(publisher);
        return DecideAsync(delivery, delivery.PublishedAs(receipt), "confirm", receipt.Url ?? receipt.Id, publisher, cancel);
    }

    /// <summary>A person takes it upon themselves to send again, although the post may stand already.</summary>
    /// <param name="delivery">Must need a person, or be held.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <returns>False when the actor may not, or someone else changed the delivery meanwhile.</returns>
    public ValueTask<bool> SendAgainAsync(Delivery delivery, Actor publisher, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(publisher);
        return DecideAsync(delivery, delivery.Released(_clock.GetUtcNow()), "send again", null, publisher, cancel);
    }

    /// <summary>Takes a delivery back before it is sent.</summary>
    /// <param name="delivery">Must not have been sent.</param>
    /// <param name="reason">For the audit.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <returns>False when the actor may not, or someone else changed the delivery meanwhile.</returns>
    public ValueTask<bool> WithdrawAsync(Delivery delivery, string reason, Actor publisher, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(publisher);
        return DecideAsync(delivery, delivery.To(DeliveryState.Withdrawn, due: null, reason), "withdraw", reason, publisher, cancel);
    }

    /// <summary>
    /// Says that the ledger was restored from a backup: a new epoch begins. Whatever was due by now is looked for on its
    /// channel before anything of it is sent; where nobody can tell, it waits for a person. A marker
    /// (<see cref="IHighWaterMarker"/>) notices a restored ledger by itself, at the first send.
    /// </summary>
    /// <param name="reason">For the audit: which backup, and why; not blank.</param>
    /// <param name="publisher">Who says so; needs <see cref="Permission.Publish"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <returns>False when the actor may not, or someone else did so meanwhile.</returns>
    public async ValueTask<bool> BeginEpochAsync(string reason, Actor publisher, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(publisher);
        return _authorizer.May(publisher, Permission.Publish)
            && await _guard.BeginAsync(least: 1, publisher, reason, cancel).ConfigureAwait(false);
    }

    private async ValueTask<bool> DecideAsync(
        Delivery from, Delivery to, string act, string? detail, Actor publisher, CancellationToken cancel)
    {
        using var span = _telemetry.Start(act, from.Post);
        var batch = new LedgerBatch
        {
            Writes = [to.Write()],
            Entries = [AuditEvent.Entry(_clock.GetUtcNow(), publisher, act, from.RecordKey, detail)],
        };
        return _authorizer.May(publisher, Permission.Publish)
            && (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
    }
}
