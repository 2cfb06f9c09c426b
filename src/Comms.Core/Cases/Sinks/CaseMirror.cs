using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Sinks;

/// <summary>
/// Mirrors cases to the host's own case systems: each state of a case that a sink has not got is sent to it once. Changes
/// that follow one another before they are sent go as one. Thread-safe.
/// </summary>
public sealed class CaseMirror
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly CaseReader _cases;
    private readonly CopyRounds[] _rounds;

    internal CaseMirror(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, string host, CaseSinkOptions options, IReadOnlyList<ICaseSink> sinks)
    {
        (_ledger, _authorizer, _clock) = (ledger, authorizer, clock);
        _cases = new CaseReader(ledger);
        _rounds = [.. sinks.Select(sink => new CopyRounds(ledger, clock, host, options, sink))];
    }

    /// <summary>Sends whatever a sink does not have yet. The sinks are served side by side: one that is down stops no other.</summary>
    /// <param name="cancel">Stops between two copies; one that is under way ends by itself.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<MirrorReport> RunDueAsync(CancellationToken cancel = default)
    {
        var done = await Task.WhenAll(_rounds.Select(round => round.RunAsync(cancel).AsTask())).ConfigureAwait(false);
        return new MirrorReport(done.Sum(one => one.Sent), [.. done.Select(one => one.Fault).OfType<string>()]);
    }

    /// <summary>Reads how the cases stand in a sink, in the order in which they first changed.</summary>
    /// <param name="sink">The sink's id.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public IAsyncEnumerable<MirroredCase> ListAsync(string sink, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sink);
        return ReadAsync(sink, cancel);
    }

    /// <summary>
    /// Says what became of a copy in doubt, or lets one that the sink refused be sent again. Refused where neither is so.
    /// </summary>
    /// <param name="sink">The sink's id.</param>
    /// <param name="id">The case's id.</param>
    /// <param name="standsAs">The sink's own name for the case when the copy arrived; null when it did not: it is sent again.</param>
    /// <param name="by">Needs <see cref="Permission.Handle"/>, and must see the case.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <returns>The case, unchanged; or why it was refused.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed it over and over meanwhile.</exception>
    public ValueTask<CaseResult> SettleAsync(string sink, string id, Receipt? standsAs, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sink);
        ArgumentNullException.ThrowIfNull(by);
        return _authorizer.May(by, Permission.Handle)
            ? Attempts.UntilKeptAsync("the copy", stop => SettleOnceAsync(sink, id, standsAs, by, stop), cancel)
            : ValueTask.FromResult<CaseResult>(No($"{by.Id} may not handle cases"));
    }

    /// <returns>Null when it was changed meanwhile: try again.</returns>
    private async ValueTask<CaseResult?> SettleOnceAsync(string sink, string id, Receipt? standsAs, Actor by, CancellationToken cancel)
    {
        // The copy first: a case that changes after it is read changes the copy too, and the commit is refused.
        var record = await _ledger.FindAsync(CopyRecord.Key(sink, id), cancel).ConfigureAwait(false);
        if (await _cases.FindAsync(id, by, cancel).ConfigureAwait(false) is not { } now)
        {
            return No($"there is no case {id}");
        }

        var copy = record is null ? null : CopyRecord.Open(record);
        if (copy is not { State: CopyState.NeedsHuman } && (standsAs is not null || copy is not { State: CopyState.Refused }))
        {
            return No($"no copy of it in {sink} is in doubt");
        }

        var next = standsAs is null ? copy.ToSend() : copy.Stood(standsAs, now.Revision);
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = record!.Key, Expected = record.Revision, Content = next.Seal(), Due = next.State == CopyState.Waiting ? _clock.GetUtcNow() : null }],
            Entries = [AuditEvent.Entry(_clock.GetUtcNow(), by, "settle-copy", Case.KeyOf(id), $"{sink}: {(standsAs is null ? "send it again" : $"stands as {standsAs.Id}")}")],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? new CaseResult.Changed(now) : null;
    }

    private async IAsyncEnumerable<MirroredCase> ReadAsync(string sink, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = CopyRecord.KindOf(sink) }, cancel).ConfigureAwait(false))
        {
            yield return new MirroredCase(CopyRecord.Open(record));
        }
    }

    private static CaseResult.Refused No(string reason) => new([reason]);
}
