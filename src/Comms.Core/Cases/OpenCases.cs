using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

/// <summary>An open case keeps its messages from being erased by their age, whether a duty by law is open in it or not.</summary>
internal sealed class OpenCases(ILedger ledger) : ILegalHolds
{
    public async ValueTask<IReadOnlyList<KeptItem>> HeldAsync(IReadOnlyList<TracedMessage> messages, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = messages.Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        var kept = new List<KeptItem>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            if (Case.Open(record) is { IsOpen: true } one)
            {
                kept.AddRange(one.Messages.Where(ids.Contains).Select(id => CaseTraces.Keep(id, one, "open case", now)));
            }
        }

        return [.. kept.DistinctBy(item => item.Id)];
    }
}
