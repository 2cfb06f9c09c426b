using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

/// <summary>What Cases holds of a person: the cases of their messages, and notes that name them. An open case with a duty by law keeps its messages.</summary>
internal sealed class CaseTraces(ILedger ledger) : IPersonalRecords, IAgedRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            var one = Case.Open(record);
            var isTheirs = one.Messages.Any(traces.Ids.Contains);
            var named = one.Notes.Select(note => note.Text).Concat(one.Enquiry?.Texts ?? []).Any(traces.TellIn);
            if (isTheirs || named)
            {
                yield return new PersonalRecord(Held(one), named && !(one.IsOpen && isTheirs) ? Unnamed(record, one, traces) : null);
            }
        }
    }

    /// <summary>Cases that are closed, or joined to one that is, with what people wrote in them: who did what, and when, stays.</summary>
    public async IAsyncEnumerable<PersonalRecord> BeforeAsync(DateTimeOffset instant, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            if (Case.Open(record) is { IsOpen: false } one && (one.Notes.Count > 0 || one.Enquiry is not null) && LastTouched(one) < instant
                && !await GoesOnAsync(one, cancel).ConfigureAwait(false))
            {
                yield return new PersonalRecord(Held(one), (one.Body with { Notes = [], Enquiry = null }).Over(record)) { Messages = one.Messages };
            }
        }
    }

    private async ValueTask<bool> GoesOnAsync(Case one, CancellationToken cancel) =>
        one.JoinedTo is { } other && await ledger.FindAsync(new RecordKey(Case.Kind, other), cancel).ConfigureAwait(false) is { } record && Case.Open(record).IsOpen;

    private static DateTimeOffset LastTouched(Case one) => one.Notes.Select(note => note.At).Concat(one.Acts.Select(act => act.At)).Append(one.OpenedAt).Max();

    private static LedgerWrite Unnamed(LedgerRecord record, Case one, PersonTraces traces) =>
        (one.Body with
        {
            Notes = [.. one.Notes.Select(note => note with { Text = traces.Without(note.Text) })],
            Enquiry = one.Enquiry?.Each(traces.Without),
        }).Over(record);

    private static HeldItem Held(Case one) => new(
        Case.Kind,
        one.Id,
        one.OpenedAt,
        Text: null,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["team"] = one.Team,
            ["state"] = one.State.ToString().ToLowerInvariant(),
            ["duties"] = string.Join("; ", one.Obligations.Select(duty => string.Create(CultureInfo.InvariantCulture, $"{duty.Duty.Rule}, due {duty.Duty.Due:yyyy-MM-dd}"))),
            ["acts"] = string.Join("; ", one.Acts.Select(act => string.Create(CultureInfo.InvariantCulture, $"{act.Name} {act.At:yyyy-MM-dd}, {act.How}"))),
            ["pauses"] = string.Join("; ", one.Obligations.SelectMany(duty => duty.Pauses).Select(pause => string.Create(CultureInfo.InvariantCulture, $"{pause.Duty}: asked {pause.Asked:yyyy-MM-dd}, {pause.How}"))),
            ["enquiry"] = string.Join("; ", one.Enquiry?.Texts ?? []),
            ["notes"] = string.Join("; ", one.Notes.Select(note => string.Create(CultureInfo.InvariantCulture, $"{note.At:yyyy-MM-dd}: {note.Text}"))),
        });
}
