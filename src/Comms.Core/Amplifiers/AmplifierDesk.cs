using System.Runtime.CompilerServices;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;

namespace Comms.Core.Amplifiers;

/// <summary>
/// The front door for colleagues who help spread facts: their consent, which they take back at any time, what they are given
/// to pass on, and what came of it. What they get are words that were approved and stand, unchanged and with their address.
/// Every change is audited. Thread-safe.
/// </summary>
public sealed class AmplifierDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;

    internal AmplifierDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock) =>
        (_ledger, _authorizer, _clock) = (ledger, authorizer, clock);

    /// <summary>Records that someone agreed, anew if they had withdrawn; their accounts and wishes are those of the last time.</summary>
    /// <param name="amplifier">Who, and what they agreed to.</param>
    /// <param name="by">Needs <see cref="Permission.Author"/>, or is the person.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed the same over and over.</exception>
    public ValueTask<AmplifierResult> AgreeAsync(NewAmplifier amplifier, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(amplifier);
        ArgumentNullException.ThrowIfNull(by);
        amplifier.Check();
        return ChangeAsync(amplifier.Person, by, "agree-to-amplify", (known, now) => Next(
            new AmplifierRecord(amplifier.Person.Trim(), amplifier.Name, amplifier.Team, [.. amplifier.Handles], amplifier.MayBeCelebrated, now, by.Id)
            {
                Shares = known?.Shares ?? [],
                Work = known?.Work ?? [],
            }), cancel);
    }

    /// <summary>Takes the consent back: who they are, their accounts and where they shared are forgotten at once.</summary>
    /// <param name="person">Who, in the host's directory.</param>
    /// <param name="by">Needs <see cref="Permission.Author"/>, or is the person.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="AgreeAsync"/>.</exception>
    public ValueTask<AmplifierResult> WithdrawAsync(string person, Actor by, CancellationToken cancel = default) =>
        ChangeAsync(person, by, "withdraw-from-amplifying", (known, now) => IfHelping(known, () => Next(known!.WithoutThem(now))), cancel);

    /// <summary>Offers a post to the amplifiers. Its words must stand somewhere; offered twice is offered once.</summary>
    /// <param name="post">The post's id.</param>
    /// <param name="corrects">The rumour that it corrects, in a line; null when it corrects none.</param>
    /// <param name="by">Needs <see cref="Permission.Publish"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<AmplifierResult> OfferAsync(string post, string? corrects, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(post);
        ArgumentNullException.ThrowIfNull(by);
        if (!_authorizer.May(by, Permission.Publish))
        {
            return new AmplifierResult.Refused($"{by.Id} may not publish");
        }

        if ((await PiecesAsync(post, cancel).ConfigureAwait(false)).Count == 0)
        {
            return new AmplifierResult.Refused($"no post {post} stands anywhere: only what was published is passed on");
        }

        var (key, now) = (new RecordKey(OfferRecord.Kind, post), _clock.GetUtcNow());
        await _ledger.CommitAsync(
            new LedgerBatch
            {
                Writes = [new LedgerWrite { Key = key, Expected = 0, Content = new OfferRecord(by.Id, now, corrects).Seal() }],
                Entries = [AuditEvent.Entry(now, by, "offer-to-amplifiers", key, corrects)],
            },
            cancel).ConfigureAwait(false);
        return new AmplifierResult.Kept();
    }

    /// <summary>What there is to pass on of a post; null when it was not offered, or stands nowhere any more.</summary>
    /// <param name="post">The post's id.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<AmplifierKit?> KitAsync(string post, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(post);
        return await OfferOfAsync(post, cancel).ConfigureAwait(false) is { } offer && await PiecesAsync(post, cancel).ConfigureAwait(false) is { Count: > 0 } pieces
            ? new AmplifierKit(post, offer.Corrects, pieces)
            : null;
    }

    /// <summary>Records that an amplifier passed a fact on. The same address again puts how many it reached right.</summary>
    /// <param name="person">Who, in the host's directory.</param>
    /// <param name="post">A post that was offered, by id.</param>
    /// <param name="url">Where they shared it.</param>
    /// <param name="reached">How many saw it, as they tell; null when they do not. Not negative.</param>
    /// <param name="by">Needs <see cref="Permission.Author"/>, or is the person.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="AgreeAsync"/>.</exception>
    public async ValueTask<AmplifierResult> ShareAsync(string person, string post, Uri url, long? reached, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        ArgumentException.ThrowIfNullOrWhiteSpace(post);
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentOutOfRangeException.ThrowIfNegative(reached ?? 0);
        return await OfferOfAsync(post, cancel).ConfigureAwait(false) is null
            ? new AmplifierResult.Refused($"the post {post} was not offered")
            : await ChangeAsync(person, by, "share-as-amplifier", (known, now) => IfHelping(known, () =>
            {
                var before = known!.Shares.FirstOrDefault(share => share.Url == url.OriginalString && share.Post == post);
                var share = new AmplifierShare(post, url.OriginalString, reached ?? before?.Reached, before?.At ?? now);
                return Next(known with { Shares = [.. known.Shares.Where(other => other != before), share] });
            }), cancel).ConfigureAwait(false);
    }

    /// <summary>Notes something good that a colleague did online of their own, to be celebrated if they wish.</summary>
    /// <param name="person">Who, in the host's directory.</param>
    /// <param name="title">What it is.</param>
    /// <param name="url">Where it stands.</param>
    /// <param name="by">Needs <see cref="Permission.Author"/>, or is the person.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <returns>Refused when they do not help, or do not wish to be named.</returns>
    /// <exception cref="LedgerException">As for <see cref="AgreeAsync"/>.</exception>
    public ValueTask<AmplifierResult> NoteWorkAsync(string person, string title, Uri url, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(url);
        return ChangeAsync(person, by, "note-good-work", (known, now) => IfHelping(known, () => known!.MayBeCelebrated
            ? Next(known with { Work = [.. known.Work.Where(work => work.Url != url.OriginalString), new AmplifierWork(title, url.OriginalString, now)] })
            : (null, "they do not wish to be named in a round-up")), cancel);
    }

    /// <summary>Reads everyone who agreed, those who withdrew too.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async IAsyncEnumerable<Amplifier> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = AmplifierRecord.Kind }, cancel).ConfigureAwait(false))
        {
            yield return Amplifier.Open(record);
        }
    }

    /// <summary>Counts what was shared in a period, how far it reached and what it corrected.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The instant after the last.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<AmplifierReport> ReportAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel = default)
    {
        var (helping, shares) = (0, new List<AmplifierShare>());
        await foreach (var amplifier in ListAsync(cancel).ConfigureAwait(false))
        {
            helping += amplifier.WithdrawnAt is null ? 1 : 0;
            shares.AddRange(amplifier.Shares.Where(share => share.At >= from && share.At < to));
        }

        var facts = new List<AmplifiedFact>();
        foreach (var post in shares.GroupBy(share => share.Post, StringComparer.Ordinal))
        {
            var offer = await OfferOfAsync(post.Key, cancel).ConfigureAwait(false);
            facts.Add(new AmplifiedFact(post.Key, offer?.Corrects, post.Count(), post.Sum(share => share.Reached ?? 0)));
        }

        return new AmplifierReport(helping, [.. facts.OrderByDescending(fact => fact.Shares).ThenBy(fact => fact.Post, StringComparer.Ordinal)]);
    }

    private static (AmplifierRecord? Next, string Why) Next(AmplifierRecord next) => (next, "");

    private static (AmplifierRecord? Next, string Why) IfHelping(AmplifierRecord? known, Func<(AmplifierRecord? Next, string Why)> then) =>
        known is { WithdrawnAt: null } ? then() : (null, known is null ? "they have not agreed to help" : "they have withdrawn");

    private async ValueTask<AmplifierResult> ChangeAsync(
        string person, Actor by, string act, Func<AmplifierRecord?, DateTimeOffset, (AmplifierRecord? Next, string Why)> change, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Id != person.Trim() && !_authorizer.May(by, Permission.Author))
        {
            return new AmplifierResult.Refused($"{by.Id} may not write, and is someone else");
        }

        return await Attempts.UntilKeptAsync("the amplifier", stop => ChangeOnceAsync(AmplifierRecord.KeyOf(person), by, act, change, stop), cancel).ConfigureAwait(false);
    }

    private async ValueTask<AmplifierResult?> ChangeOnceAsync(
        RecordKey key, Actor by, string act, Func<AmplifierRecord?, DateTimeOffset, (AmplifierRecord? Next, string Why)> change, CancellationToken cancel)
    {
        var record = await _ledger.FindAsync(key, cancel).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        var (next, why) = change(record is null ? null : AmplifierRecord.Open(record), now);
        if (next is null)
        {
            return new AmplifierResult.Refused(why);
        }

        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = key, Expected = record?.Revision ?? 0, Content = next.Seal() }],
            Entries = [AuditEvent.Entry(now, by, act, key)],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? new AmplifierResult.Kept() : null;
    }

    private async ValueTask<OfferRecord?> OfferOfAsync(string post, CancellationToken cancel) =>
        await _ledger.FindAsync(new RecordKey(OfferRecord.Kind, post), cancel).ConfigureAwait(false) is { } record ? OfferRecord.Open(record) : null;

    /// <summary>What stands of a post on each account.</summary>
    private async ValueTask<IReadOnlyList<AmplifierPiece>> PiecesAsync(string post, CancellationToken cancel)
    {
        var standing = new List<Delivery>();
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            if (Delivery.Open(record) is { State: DeliveryState.Published, Recipient: null } delivery && ScheduledPost.DraftOf(delivery.Post) == post)
            {
                standing.Add(delivery);
            }
        }

        return
        [
            .. standing.OrderBy(delivery => delivery.Rendition.Part).GroupBy(delivery => delivery.Rendition.Account, StringComparer.Ordinal).OrderBy(account => account.Key, StringComparer.Ordinal)
                .Select(account => new AmplifierPiece(account.Key, string.Join("\n\n", account.Select(delivery => delivery.Rendition.Text)), account.First().Receipt?.Url)),
        ];
    }
}
