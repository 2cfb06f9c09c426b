using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Alerts;

/// <summary>
/// Tells those on call of each emergency, one after the other and round again, until someone takes the case. Leases keep two
/// hosts from telling of the same one at once; what is due is in the ledger, so that no restart forgets it.
/// </summary>
internal sealed class AlertRounds(ILedger ledger, TimeProvider clock, string host, OnCallOptions options, AlertSender sender)
{
    /// <summary>One at a time: a host that dies while it tells of one holds up no other, and this one for no longer.</summary>
    private const int AtOnce = 1;

    /// <summary>So many are told side by side: one way that is slow holds up no other emergency.</summary>
    private const int SideBySide = 4;

    private static readonly TimeSpan BesideSending = TimeSpan.FromSeconds(10);

    /// <summary>Whether someone is on call for a team.</summary>
    public bool Cover(string team) => options.For(team) is not null;

    /// <summary>The write by which an emergency is told of in the run that follows.</summary>
    public LedgerWrite Begin(RecordKey caseKey) =>
        new() { Key = AlertRecord.Key(caseKey.Id), Expected = 0, Content = AlertRecord.First.Seal(), Due = clock.GetUtcNow() };

    /// <returns>Whom nobody could be told, in words: a way to those on call that is dead is an alert itself.</returns>
    public async ValueTask<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        var rounds = Enumerable.Range(0, SideBySide).Select(_ => RoundAsync(cancel));
        return [.. (await Task.WhenAll(rounds).ConfigureAwait(false)).SelectMany(faults => faults)];
    }

    private async Task<List<string>> RoundAsync(CancellationToken cancel)
    {
        var faults = new List<string>();
        while (true)
        {
            var request = new ClaimRequest
            {
                Kind = AlertRecord.Kind,
                DueBy = clock.GetUtcNow(),
                Holder = host,
                LeaseFor = options.SendWithin + BesideSending,
                Limit = AtOnce,
            };
            var claimed = await ledger.ClaimAsync(request, cancel).ConfigureAwait(false);
            if (claimed.Count == 0)
            {
                return faults;
            }

            foreach (var leased in claimed)
            {
                await TellAsync(leased, faults, cancel).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask TellAsync(LeasedRecord leased, List<string> faults, CancellationToken cancel)
    {
        // A damaged count is no reason to tell nobody: the round begins anew.
        var (alert, id) = (StoredRecord.Whole(leased.Record, AlertRecord.Open) ?? AlertRecord.First, leased.Record.Key.Id);
        var found = await ledger.FindAsync(Case.KeyOf(id), cancel).ConfigureAwait(false);
        if (found is not null && StoredRecord.Whole(found, Case.Open) is null)
        {
            faults.Add($"emergency {id}: its case is damaged: look at once");
            await CommitAsync(leased, alert, clock.GetUtcNow() + options.Again, "its case is damaged", cancel).ConfigureAwait(false);
            return;
        }

        if (found is null || Case.Open(found) is not { IsOpen: true, Person: null } emergency || emergency.State is not (CaseState.New or CaseState.Reopened)
            || options.For(emergency.Team) is not { } rota)
        {
            await CommitAsync(leased, next: null, due: null, "someone took it, or it needs nobody any more", cancel).ConfigureAwait(false);
            return;
        }

        var contact = rota.Contacts[alert.Told / options.TimesEach % rota.Contacts.Count];
        var fault = await sender.SendAsync(contact, emergency, alert, cancel).ConfigureAwait(false);
        var (next, wait) = Next(alert, contact, fault is null, rota.Contacts.Count);
        var said = fault is null ? $"{contact.Name} was told by {contact.Account}" : $"{contact.Name} was not reached by {contact.Account}: {fault}";
        if (fault is not null)
        {
            faults.Add($"emergency {id}: {said}");
        }

        await CommitAsync(leased, next, clock.GetUtcNow() + wait, said, cancel).ConfigureAwait(false);
    }

    /// <summary>Whoever was told has time to take it; where a way is dead the next is told at once, and after all of them a little later.</summary>
    private (AlertRecord Next, TimeSpan Wait) Next(AlertRecord alert, OnCallContact contact, bool reached, int contacts)
    {
        if (reached)
        {
            return (new AlertRecord(alert.Told + 1, []), options.Again);
        }

        string[] unreached = [.. alert.Unreached.Append(contact.Name).Distinct(StringComparer.Ordinal)];
        var next = new AlertRecord(((alert.Told / options.TimesEach) + 1) * options.TimesEach, unreached);
        return (next, unreached.Length >= contacts ? options.Again : TimeSpan.Zero);
    }

    private async ValueTask CommitAsync(LeasedRecord leased, AlertRecord? next, DateTimeOffset? due, string said, CancellationToken cancel)
    {
        var write = new LedgerWrite
        {
            Key = leased.Record.Key,
            Expected = leased.Record.Revision,
            Content = next is null ? null : (ReadOnlyMemory<byte>?)next.Seal(),
            Due = due,
            Fence = leased.Fence,
        };
        var entry = AuditEvent.Entry(clock.GetUtcNow(), Actor.Engine, next is null ? "alert-end" : "alert", Case.KeyOf(leased.Record.Key.Id), said);
        await ledger.CommitAsync(new LedgerBatch { Writes = [write], Entries = [entry] }, cancel).ConfigureAwait(false);
    }
}
