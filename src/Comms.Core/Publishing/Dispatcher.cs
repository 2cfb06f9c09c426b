using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>
/// Sends what is due. Safe to run on many hosts, at any time, as often as anyone likes: the ledger decides who sends what,
/// and a run that is killed at any instant leaves nothing that the next does not settle. Accounts run side by side, and one
/// that is slow keeps no other from being claimed; within an account the order is kept.
/// </summary>
internal sealed class Dispatcher(
    ILedger ledger, DeliverySender sender, RestoreGuard guard, DeliveryWatch watch, LedgerTime clock, Wake wake, PublishingOptions options, string host)
{
    private readonly ZoneUpdate _zones = new(ledger, clock);
    private readonly ClaimRequest _request = new() { Kind = Delivery.Kind, Holder = host, LeaseFor = options.Lease, Limit = options.Batch };

    public async ValueTask<DispatchReport> RunDueAsync(CancellationToken cancel)
    {
        var worked = new ConcurrentQueue<Worked>();
        var faults = new ConcurrentQueue<string>();
        var accounts = new AccountsAtWork(wake);
        string? held;
        IReadOnlyList<string> moved;
        long before;
        try
        {
            await guard.LookAsync(cancel).ConfigureAwait(false);
            before = guard.Epoch.Number;
            moved = await _zones.RunAsync(cancel).ConfigureAwait(false);
            held = await HeldAsync(cancel).ConfigureAwait(false);
            await RunAccountsAsync(accounts, worked, faults, cancel).ConfigureAwait(false);
        }
        finally
        {
            await accounts.AllAsync().ConfigureAwait(false);
        }

        return new DispatchReport(
            worked.CountBy(delivery => delivery.State).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value), [.. faults], held)
        {
            Moved = moved,
            MayStandTwice = worked.Count(delivery => delivery.MayStandTwice),
            Restored = guard.Epoch.Number > before ? guard.Epoch.Began!.Reason : null,
        };
    }

    /// <summary>Claims until nothing is due and no account is at work.</summary>
    private async Task RunAccountsAsync(
        AccountsAtWork accounts, ConcurrentQueue<Worked> worked, ConcurrentQueue<string> faults, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var (claimed, until) = await clock.ClaimAsync(ledger, _request, cancel).ConfigureAwait(false);
            foreach (var account in claimed.GroupBy(leased => leased.Record.Lane, StringComparer.Ordinal))
            {
                accounts.Begin(RunAccountAsync([.. account], until, worked, faults, cancel));
            }

            if (claimed.Count == 0)
            {
                if (accounts.AreDone)
                {
                    return;
                }

                await accounts.WaitAsync(cancel).ConfigureAwait(false);
            }

            await guard.LookAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Why only crisis posts go out; null when nothing holds everything.</summary>
    private async ValueTask<string?> HeldAsync(CancellationToken cancel) =>
        (await Hold.ReadAsync(ledger, HoldScope.All, cancel).ConfigureAwait(false)).Stands is { } held
            ? string.Create(CultureInfo.InvariantCulture, $"{held.By} holds everything since {held.At:yyyy-MM-dd HH:mm}: {held.Reason}")
            : null;

    private async Task RunAccountAsync(
        IReadOnlyList<LeasedRecord> account,
        DateTimeOffset leasedUntil,
        ConcurrentQueue<Worked> worked,
        ConcurrentQueue<string> faults,
        CancellationToken cancel)
    {
        foreach (var leased in account)
        {
            // What cannot be finished within its lease, or before the host stops, is free for the next claim at once.
            if (cancel.IsCancellationRequested || clock.GetUtcNow() + options.LongestWork > leasedUntil)
            {
                await LetGoAsync(leased, leased.Record.Due).ConfigureAwait(false);
                continue;
            }

            try
            {
                await WorkAsync(leased, worked, faults, cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                await LetGoAsync(leased, leased.Record.Due).ConfigureAwait(false);
            }
            catch (LedgerException fault) when (fault.Fault != LedgerFault.Unavailable)
            {
                // Something beside a delivery is damaged, or a newer program wrote it: the account rests until its leases end.
                faults.Enqueue(fault.Message);
                return;
            }
        }
    }

    private async ValueTask WorkAsync(
        LeasedRecord leased, ConcurrentQueue<Worked> worked, ConcurrentQueue<string> faults, CancellationToken cancel)
    {
        Delivery delivery;
        try
        {
            delivery = Delivery.Open(leased.Record);
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.Damaged)
        {
            // One damaged record must not stop its account: it keeps its bytes and is never due again.
            faults.Enqueue(fault.Message);
            await LetGoAsync(leased, due: null).ConfigureAwait(false);
            return;
        }

        var work = new LeasedDelivery(ledger, clock, delivery, leased.Fence);
        using var span = watch.Begin(delivery);
        await sender.WorkAsync(work, cancel).ConfigureAwait(false);
        watch.End(span, work, before: delivery);
        if (!work.Parked)
        {
            worked.Enqueue(new Worked(work.Now.State, work.Now is { State: DeliveryState.Published, MayStandTwice: true }));
        }

        if (work.Lost)
        {
            faults.Enqueue($"{leased.Record.Key}: its lease ended or someone else changed it meanwhile");
        }
    }

    /// <summary>Ends the lease and changes nothing else. Whoever has the record by now is not disturbed.</summary>
    private async ValueTask LetGoAsync(LeasedRecord leased, DateTimeOffset? due) =>
        await ledger.CommitAsync(new LedgerBatch { Writes = [leased.LetGo(due)] }, CancellationToken.None).ConfigureAwait(false);

    /// <summary>Where a delivery came to stand.</summary>
    private readonly record struct Worked(DeliveryState State, bool MayStandTwice);
}
