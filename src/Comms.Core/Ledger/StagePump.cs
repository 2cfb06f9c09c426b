namespace Comms.Core.Ledger;

/// <summary>What a stage made of one record: what to write beside it, and whether it counts.</summary>
internal sealed record StageStep(IReadOnlyList<LedgerWrite> Writes, bool Counts)
{
    /// <summary>What of it stands in the audit.</summary>
    public IReadOnlyList<ChainEntry> Entries { get; init; } = [];
}

/// <summary>
/// Drives a stage: claims records of the stage before and commits what is made of them in the same transaction, so that
/// a stage killed at any instant neither loses nor doubles a record. Memory stays constant however many are due.
/// </summary>
internal sealed class StagePump(ILedger ledger, TimeProvider clock, string host)
{
    /// <summary>How many records are claimed at once, unless a stage takes long over each.</summary>
    public const int Batch = 500;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public async ValueTask<StageReport> RunAsync(
        string kind, Func<LedgerRecord, CancellationToken, ValueTask<StageStep>> make, CancellationToken cancel, int batch = Batch)
    {
        var done = 0;
        var counted = 0;
        var faults = new List<string>();
        while (true)
        {
            var claimed = await ledger.ClaimAsync(Request(kind, batch), cancel).ConfigureAwait(false);
            if (claimed.Count == 0)
            {
                return new StageReport(done, counted, faults);
            }

            var made = new List<(LeasedRecord Leased, StageStep Step)>(claimed.Count);
            foreach (var leased in claimed)
            {
                if (await MakeAsync(leased.Record, make, faults, cancel).ConfigureAwait(false) is { } step)
                {
                    made.Add((leased, step));
                }
            }

            var committed = await CommitAsync(made, cancel).ConfigureAwait(false);
            done += committed.Count;
            counted += committed.Count(step => step.Counts);
        }
    }

    /// <returns>Null for a record that is not this program's to touch: it is due again when its lease ends.</returns>
    private static async ValueTask<StageStep?> MakeAsync(
        LedgerRecord record, Func<LedgerRecord, CancellationToken, ValueTask<StageStep>> make, List<string> faults, CancellationToken cancel)
    {
        try
        {
            return await make(record, cancel).ConfigureAwait(false);
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.Newer)
        {
            faults.Add(fault.Message);
            return null;
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.Damaged)
        {
            // One damaged record does not stop the stage: it keeps its bytes, is no longer due, and is named.
            faults.Add(fault.Message);
            return new StageStep([], Counts: false);
        }
    }

    /// <summary>All together; and where one of them was changed meanwhile, or two change the same record, each for itself, so that it holds up no other.</summary>
    private async ValueTask<IReadOnlyList<StageStep>> CommitAsync(
        List<(LeasedRecord Leased, StageStep Step)> made, CancellationToken cancel)
    {
        var all = new LedgerBatch
        {
            Writes = [.. made.SelectMany(pair => Writes(pair.Leased, pair.Step))],
            Entries = [.. made.SelectMany(pair => pair.Step.Entries)],
        };
        var apart = all.Writes.DistinctBy(write => write.Key).Count() == all.Writes.Count;
        if (apart && (await ledger.CommitAsync(all, cancel).ConfigureAwait(false)).Committed)
        {
            return [.. made.Select(pair => pair.Step)];
        }

        var committed = new List<StageStep>();
        foreach (var (leased, step) in made)
        {
            var one = new LedgerBatch { Writes = [.. Writes(leased, step)], Entries = step.Entries };
            if ((await ledger.CommitAsync(one, cancel).ConfigureAwait(false)).Committed)
            {
                committed.Add(step);
            }
        }

        return committed;
    }

    private static IEnumerable<LedgerWrite> Writes(LeasedRecord leased, StageStep step) => [.. step.Writes, leased.LetGo()];

    private ClaimRequest Request(string kind, int batch) => new()
    {
        Kind = kind,
        DueBy = clock.GetUtcNow(),
        Holder = host,
        LeaseFor = Lease,
        Limit = batch,
    };
}

/// <summary>What one run of a stage did.</summary>
/// <param name="Done">How many records it worked through.</param>
/// <param name="Counted">How many of them gave something new.</param>
/// <param name="Faults">Records that could not be read, in words.</param>
public sealed record StageReport(int Done, int Counted, IReadOnlyList<string> Faults);
