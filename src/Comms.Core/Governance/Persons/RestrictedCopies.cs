using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>What must be kept of messages that are gone everywhere else.</summary>
internal static class RestrictedCopies
{
    public static LedgerWrite Of(TracedMessage message, KeptItem because) =>
        new() { Key = RestrictedRecord.Key(message.Id), Expected = 0, Content = new RestrictedRecord(message, because).Seal() };

    public static LedgerWrite Erased(LedgerRecord copy) => new() { Key = copy.Key, Expected = copy.Revision, Content = null };

    public static async IAsyncEnumerable<(LedgerRecord Record, RestrictedRecord Body)> ReadAsync(ILedger ledger, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = RestrictedRecord.Kind }, cancel).ConfigureAwait(false))
        {
            yield return (record, RestrictedRecord.Open(record));
        }
    }

    /// <summary>A copy as who sees to what is kept reads it: with who among colleagues owns it, which the person's own export does not name.</summary>
    public static HeldItem Owned(RestrictedRecord copy)
    {
        var item = Held(copy);
        return item with { Details = new Dictionary<string, string>(item.Details, StringComparer.Ordinal) { ["owner"] = copy.Because.Owner } };
    }

    public static HeldItem Held(RestrictedRecord copy) => new(
        RestrictedRecord.Kind,
        copy.Message.Id,
        copy.Message.At,
        copy.Message.Text,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["case"] = copy.Because.Case ?? "",
            ["reason"] = copy.Because.Reason,
            ["reviewOn"] = copy.Because.ReviewOn.ToString("O", CultureInfo.InvariantCulture),
        });
}
