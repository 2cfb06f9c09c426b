using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>What became of the earlier parts of a delivery's thread: a part is sent only when all before it stand.</summary>
internal sealed class ThreadParents(ILedger ledger, PublishingOptions options)
{
    /// <summary>The receipts of the earlier parts; null when they do not stand, and the delivery was put off or held.</summary>
    public async ValueTask<IReadOnlyList<Receipt>?> SettledAsync(LeasedDelivery work, DateTimeOffset now, CancellationToken cancel)
    {
        switch (await OfAsync(work.Now, cancel).ConfigureAwait(false))
        {
            case Standing.Ready ready:
                return ready.Receipts;
            case Standing.Broken broken:
                await work.FinishAsync(work.Now.To(DeliveryState.Held, due: null, broken.Reason), cancel).ConfigureAwait(false);
                return null;
            case Standing.Wait wait:
                await work.PostponeAsync(wait.Until ?? now + options.Settle, cancel).ConfigureAwait(false);
                return null;
            case var other:
                throw new InvalidOperationException($"{other} is no standing of a thread.");
        }
    }

    public async ValueTask<Standing> OfAsync(Delivery delivery, CancellationToken cancel)
    {
        var receipts = new List<Receipt>();
        for (var part = 0; part < delivery.Rendition.Part; part++)
        {
            var key = Delivery.KeyFor(delivery.Post, delivery.ApprovedHash, delivery.Rendition.Account, part, delivery.Recipient);
            var record = await ledger.FindAsync(new RecordKey(Delivery.Kind, key.Value), cancel).ConfigureAwait(false);
            switch (StoredRecord.Whole(record, Delivery.Open))
            {
                case { Receipt: { } receipt }:
                    receipts.Add(receipt);
                    break;
                case { Due: { } due }:
                    return new Standing.Wait(due.AddMilliseconds(1));
                case var stopped:
                    return new Standing.Broken($"part {part + 1} of its thread is {stopped?.State.ToString() ?? "missing or damaged"}");
            }
        }

        return new Standing.Ready(receipts);
    }

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
