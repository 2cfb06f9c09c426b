using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

/// <summary>Open cases keep their messages: those with a duty by law whoever would erase them, all of them from going by their age.</summary>
internal sealed class CaseHolds : ILegalHolds
{
    private readonly ILedger _ledger;
    private readonly Func<Case, string?> _because;

    private CaseHolds(ILedger ledger, Func<Case, string?> because) => (_ledger, _because) = (ledger, because);

    public static CaseHolds OfDuties(ILedger ledger) => new(ledger, one => one.Obligations.Count == 0
        ? null
        : $"open case with a duty by law: {string.Join(", ", one.Obligations.Select(duty => duty.Duty.Rule).Distinct(StringComparer.Ordinal))}");

    public static CaseHolds WhileOpen(ILedger ledger) => new(ledger, _ => "open case");

    public async ValueTask<IReadOnlyList<KeptItem>> HeldAsync(IReadOnlyList<TracedMessage> messages, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = messages.Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        var kept = new List<KeptItem>();
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            if (Case.Open(record) is { IsOpen: true } one && _because(one) is { } because)
            {
                kept.AddRange(one.Messages.Where(ids.Contains).Select(id => Keep(id, one, because, now)));
            }
        }

        return [.. kept.DistinctBy(item => item.Id)];
    }

    private static KeptItem Keep(string messageId, Case one, string because, DateTimeOffset now) => new(
        "message",
        messageId,
        because,
        one.Person ?? one.Team,
        one.Due ?? DateOnly.FromDateTime(now.UtcDateTime).AddMonths(1),
        one.Id);
}
