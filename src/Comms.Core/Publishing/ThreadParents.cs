using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>
/// What became of what goes before a delivery: it is sent only when the earlier parts of its thread stand, and, where the
/// other half of its pair has an account of its own, all of that.
/// </summary>
internal sealed class ThreadParents(ILedger ledger, PublishingOptions options)
{
    /// <summary>How long to leave what is being sent in this moment.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>The receipts of the earlier parts; null when something does not stand, and the delivery was put off or held.</summary>
    public async ValueTask<IReadOnlyList<Receipt>?> SettledAsync(LeasedDelivery work, DateTimeOffset now, CancellationToken cancel) =>
        await SettleAsync(work, await OfAsync(work.Now, cancel).ConfigureAwait(false), now, cancel).ConfigureAwait(false);

    /// <summary>Whether the other half of its pair stands, or it waits for none; false when it was put off or held.</summary>
    public async ValueTask<bool> OtherHalfStandsAsync(LeasedDelivery work, DateTimeOffset now, CancellationToken cancel) =>
        await SettleAsync(work, await OtherHalfAsync(work.Now, cancel).ConfigureAwait(false), now, cancel).ConfigureAwait(false) is not null;

    public async ValueTask<Standing> OfAsync(Delivery delivery, CancellationToken cancel)
    {
        if (await OtherHalfAsync(delivery, cancel).ConfigureAwait(false) is var other and not Standing.Ready)
        {
            return other;
        }

        var receipts = new List<Receipt>();
        for (var part = 0; part < delivery.Rendition.Part; part++)
        {
            switch (await FindAsync(delivery, delivery.Rendition.Account, part, delivery.Recipient, cancel).ConfigureAwait(false))
            {
                case { Receipt: { } receipt }:
                    receipts.Add(receipt);
                    break;
                case { Due: { } due }:
                    return new Standing.Wait(due.AddMilliseconds(1));
                case var stopped:
                    return new Standing.Broken($"part {part + 1} of its thread is {Told(stopped)}");
            }
        }

        return new Standing.Ready(receipts);
    }

    private async ValueTask<IReadOnlyList<Receipt>?> SettleAsync(LeasedDelivery work, Standing standing, DateTimeOffset now, CancellationToken cancel)
    {
        switch (standing)
        {
            case Standing.Ready ready:
                return ready.Receipts;
            case Standing.Broken broken:
                await work.FinishAsync(work.Now.To(DeliveryState.Held, due: null, broken.Reason), cancel).ConfigureAwait(false);
                return null;
            case Standing.Wait wait:
                await work.PostponeAsync(wait.Until is { } until ? (until > now ? until : now + Soon) : now + options.Settle, cancel).ConfigureAwait(false);
                return null;
            case var other:
                throw new InvalidOperationException($"{other} is no standing of a thread.");
        }
    }

    private async ValueTask<Standing> OtherHalfAsync(Delivery delivery, CancellationToken cancel)
    {
        for (var (part, parts) = (0, delivery.Rendition.After is null ? 0 : 1); part < parts; part++)
        {
            switch (await FindAsync(delivery, delivery.Rendition.After!, part, recipient: null, cancel).ConfigureAwait(false))
            {
                case { Receipt: not null } stands:
                    parts = stands.Rendition.Parts;
                    break;
                case { Due: { } due }:
                    return new Standing.Wait(due.AddMilliseconds(1));
                case { State: DeliveryState.NeedsHuman }:
                    return new Standing.Wait(Until: null);
                case var stopped:
                    return new Standing.Broken($"its other half on {delivery.Rendition.After} is {Told(stopped)}");
            }
        }

        return new Standing.Ready([]);
    }

    private async ValueTask<Delivery?> FindAsync(Delivery delivery, string account, int part, string? recipient, CancellationToken cancel)
    {
        var key = Delivery.KeyFor(delivery.Post, delivery.ApprovedHash, account, part, recipient);
        return StoredRecord.Whole(await ledger.FindAsync(new RecordKey(Delivery.Kind, key.Value), cancel).ConfigureAwait(false), Delivery.Open);
    }

    private static string Told(Delivery? stopped) => stopped?.State.ToString() ?? "missing or damaged";

    internal abstract record Standing
    {
        private Standing()
        {
        }

        public sealed record Ready(IReadOnlyList<Receipt> Receipts) : Standing;

        public sealed record Wait(DateTimeOffset? Until) : Standing;

        public sealed record Broken(string Reason) : Standing;
    }
}
