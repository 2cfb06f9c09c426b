using Comms.Core.Channels;
using Comms.Core.Ledger;
using Polly.CircuitBreaker;

namespace Comms.Core.Publishing;

/// <summary>
/// Takes one claimed delivery as far as it goes now: claim, prepare, commit the intent, send once, commit the outcome.
/// Whatever interrupts it after the intent leaves an unknown outcome, which the <see cref="Reconciler"/> settles.
/// </summary>
internal sealed class DeliverySender
{
    private static readonly SendOutcome.NotSent StoodStill = new("its time to send had passed before it could");

    private readonly ILedger _ledger;
    private readonly IMediaStore _media;
    private readonly ChannelDirectory _channels;
    private readonly ICredentialSource _credentials;
    private readonly TimeProvider _clock;
    private readonly PublishingOptions _options;
    private readonly SendPipelines _pipelines;
    private readonly Reconciler _reconciler;
    private readonly ThreadParents _parents;
    private readonly NextStep _next;
    private readonly Preparation _preparation;
    private readonly RestoreGuard _guard;
    private readonly LookBack _lookBack;
    private readonly SendGate _gate;

    public DeliverySender(
        ILedger ledger, IMediaStore media, ChannelDirectory channels, ICredentialSource credentials, TimeProvider clock, PublishingOptions options,
        SendPipelines pipelines, RestoreGuard guard, SendGate gate)
    {
        _guard = guard;
        _gate = gate;
        (_ledger, _media, _channels, _credentials) = (ledger, media, channels, credentials);
        (_clock, _options) = (clock, options);
        _pipelines = pipelines;
        _reconciler = new Reconciler(_pipelines, options);
        _parents = new ThreadParents(ledger, options);
        _next = new NextStep(options, clock);
        _preparation = new Preparation(_pipelines, _next);
        _lookBack = new LookBack(_preparation, _reconciler, options);
    }

    public async ValueTask WorkAsync(LeasedDelivery work, CancellationToken cancel)
    {
        if (_channels.Find(work.Now.Rendition.Account) is not { } channel)
        {
            await work.FinishAsync(
                work.Now.To(DeliveryState.NeedsHuman, due: null, $"there is no account {work.Now.Rendition.Account} any more"), cancel)
                .ConfigureAwait(false);
            return;
        }

        switch (work.Now.State)
        {
            case DeliveryState.Scheduled or DeliveryState.Retrying:
                await BeginAsync(work, channel, cancel).ConfigureAwait(false);
                break;
            case DeliveryState.Sending:
                await work.FinishAsync(_next.Doubtful(work.Now, "the sender stopped before it could say"), cancel).ConfigureAwait(false);
                break;
            case DeliveryState.Ambiguous:
                await SettleAsync(work, channel, cancel).ConfigureAwait(false);
                break;
            default:
                throw new InvalidOperationException($"A delivery that is {work.Now.State} is never due.");
        }
    }

    private async ValueTask BeginAsync(LeasedDelivery work, IChannel channel, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var holds = await Holds.ReadAsync(_ledger, work.Now, cancel).ConfigureAwait(false);
        if (holds.Stand)
        {
            await work.ParkAsync(cancel).ConfigureAwait(false);
            return;
        }

        var turn = await _guard.TurnOfAsync(channel.Account.Id, cancel).ConfigureAwait(false);
        if (turn.Epoch.Doubts(work.Now) && !await WasNotSentAsync(work, channel, now, cancel).ConfigureAwait(false))
        {
            return;
        }

        if (await _gate.AgainstAsync(work.Now, now, cancel).ConfigureAwait(false) is { } held)
        {
            await work.FinishAsync(work.Now.To(DeliveryState.Held, due: null, held), cancel).ConfigureAwait(false);
            return;
        }

        if (Timeliness.Judge(work.Now, now, _options.OnTime) is var (state, reason))
        {
            await work.FinishAsync(work.Now.To(state, due: null, reason), cancel).ConfigureAwait(false);
            return;
        }

        if (channel is IByHand hand)
        {
            if (await _parents.OtherHalfStandsAsync(work, now, cancel).ConfigureAwait(false))
            {
                await work.FinishAsync(work.Now.To(DeliveryState.NeedsHuman, due: null, hand.Task), cancel).ConfigureAwait(false);
            }

            return;
        }

        if ((turn.Pace.RestsUntil(now) ?? turn.Pace.NextInQuota(work.Now, _options.QuotaOf(channel.Account.Id), now) ?? Timeliness.Turn(work.Now, turn.Pace, now, _options)) is { } later)
        {
            await work.PostponeAsync(later, cancel).ConfigureAwait(false);
            return;
        }

        if (await _parents.SettledAsync(work, now, cancel).ConfigureAwait(false) is { } receipts)
        {
            await PrepareAsync(work, channel, holds, turn, Context(work.Now, receipts, now), cancel).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> WasNotSentAsync(LeasedDelivery work, IChannel channel, DateTimeOffset now, CancellationToken cancel) =>
        await _parents.SettledAsync(work, now, cancel).ConfigureAwait(false) is { } receipts
        && await _lookBack.ClearsAsync(work, channel, Context(work.Now, receipts, now), now, cancel).ConfigureAwait(false);

    private async ValueTask PrepareAsync(
        LeasedDelivery work, IChannel channel, Holds holds, Turn turn, SendContext context, CancellationToken cancel)
    {
        if (await _preparation.TryAsync(work, channel, context, cancel).ConfigureAwait(false) is not { } prepared)
        {
            return;
        }

        // A hold that came since is found by the intent, which requires what was read.
        var now = _clock.GetUtcNow();
        var intent = new Intent(now, now + _options.SendTimeout, prepared.Hash(), prepared.Bytes, prepared.Checkpoint);
        if (!await work.AdvanceAsync(
            work.Now.Tried().WithIntent(intent), [turn.Pace.Take(work.Now, _options.QuotaOf(channel.Account.Id), now)], [.. holds.Unchanged, turn.Epoch.Unchanged], cancel).ConfigureAwait(false))
        {
            await work.PostponeAsync(work.Now.PlannedFor, cancel).ConfigureAwait(false);
            return;
        }

        if (await _guard.MarkAsync(turn).ConfigureAwait(false) is { } unmarked)
        {
            await work.FinishAsync(_next.Again(work.Now, unmarked, after: null), CancellationToken.None).ConfigureAwait(false);
            return;
        }

        await SendAsync(work, channel, context with { Deadline = intent.Deadline, Checkpoint = intent.Checkpoint }, _next.AfterSend)
            .ConfigureAwait(false);
    }

    /// <summary>From here shutting down cancels nothing: only the deadline, which lies inside the lease, does.</summary>
    private async ValueTask SendAsync(
        LeasedDelivery work, IChannel channel, SendContext context, Func<Delivery, SendOutcome, Delivery> after)
    {
        var intent = work.Now.Intent!;
        var post = new PreparedPost { Bytes = intent.Bytes, Checkpoint = intent.Checkpoint };
        var called = false;
        var rests = default(TimeSpan?);
        Delivery then;
        try
        {
            var outcome = await _pipelines.CallAsync(
                channel.Account.Id,
                CallKind.Send,
                token =>
                {
                    called = true;

                    // A host that stood still since its intent sends no more: others, or people, have gone on meanwhile.
                    return _clock.GetUtcNow() > context.Deadline ? new ValueTask<SendOutcome>(StoodStill) : channel.SendAsync(post, work.Now.Key, context, token);
                },
                CancellationToken.None).ConfigureAwait(false);
            (then, rests) = (after(work.Now, outcome), outcome?.AccountRests);
        }
        catch (BrokenCircuitException fault) when (!called)
        {
            then = after(work.Now, new SendOutcome.NotSent(fault.Message, SendPipelines.Rest));
        }
        catch (Exception fault)
        {
            // Whatever else leaves a send says nothing about its effect, a cancellation included.
            then = _next.Doubtful(work.Now, fault.Message);
        }

        await work.FinishAsync(then, CancellationToken.None).ConfigureAwait(false);
        if (rests is { } rest)
        {
            await Pace.RestAsync(_ledger, channel.Account.Id, rest, _clock.GetUtcNow()).ConfigureAwait(false);
        }
    }

    private async ValueTask SettleAsync(LeasedDelivery work, IChannel channel, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var intent = work.Now.Intent ?? throw new InvalidOperationException("There is no attempt to settle.");
        switch (await _reconciler.SettleAsync(channel, new Attempt(work.Now.Key, intent.Bytes, intent.At, now), cancel).ConfigureAwait(false))
        {
            case Verdict.Stands stands:
                await work.FinishAsync(work.Now.PublishedAs(stands.Receipt), cancel).ConfigureAwait(false);
                break;
            case Verdict.Later:
                await work.PostponeAsync(now + _options.Settle, cancel).ConfigureAwait(false);
                break;
            case Verdict.AskPerson ask:
                await work.FinishAsync(work.Now.To(DeliveryState.NeedsHuman, due: null, ask.Reason), cancel).ConfigureAwait(false);
                break;
            case Verdict.Resend when work.Now.Attempts >= _options.MaxAttempts:
                await work.FinishAsync(
                    work.Now.To(DeliveryState.NeedsHuman, due: null, "it was tried as often as allowed, and nobody can tell"), cancel).ConfigureAwait(false);
                break;
            case Verdict.Resend resend:
                await ResendAsync(work, channel, resend.MayDouble, cancel).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>The same key and the same bytes. The first attempt's time stays, since a key lives from its first use.</summary>
    private async ValueTask ResendAsync(LeasedDelivery work, IChannel channel, bool mayDouble, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var ready = await _parents.OfAsync(work.Now, cancel).ConfigureAwait(false) as ThreadParents.Standing.Ready;
        var context = Context(work.Now, ready?.Receipts ?? [], now);
        var holds = await Holds.ReadAsync(_ledger, work.Now, cancel).ConfigureAwait(false);
        var again = work.Now.TriedAgain(mayDouble).WithIntent(work.Now.Intent! with { Deadline = context.Deadline });
        if (!holds.Stand && await work.AdvanceAsync(again, [], holds.Unchanged, cancel).ConfigureAwait(false))
        {
            await SendAsync(work, channel, context, _next.AfterResend).ConfigureAwait(false);
        }
        else
        {
            await work.PostponeAsync(now + _options.Settle, cancel).ConfigureAwait(false);
        }
    }

    private SendContext Context(Delivery delivery, IReadOnlyList<Receipt> receipts, DateTimeOffset now) => new()
    {
        Key = delivery.Key,
        Recipient = delivery.Recipient,
        CreatedAt = delivery.PlannedFor,
        Deadline = now + _options.SendTimeout,
        Media = _media,
        Credentials = _credentials,
        Parents = receipts,
        Checkpoint = delivery.Intent?.Checkpoint,
    };
}
