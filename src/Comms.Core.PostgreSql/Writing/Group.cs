using Comms.Core.Ledger;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>
/// Batches that share a transaction, and so one wait for the disk. None touches what an earlier one writes, so that all can
/// be judged by what was there before, as if they had come one after the other.
/// </summary>
internal sealed class Group
{
    /// <summary>It takes no more once it is about so large, so that nobody waits long for an answer.</summary>
    private const int MostRows = 4096;
    private const long MostBytes = 8 << 20;

    private readonly HashSet<RecordKey> _written = [];
    private int _rows;
    private long _bytes;
    private bool _appends;

    public List<Job> Jobs { get; } = [];

    public bool TryAdd(Job job)
    {
        if (Jobs.Count > 0 && (_rows + job.Rows > MostRows || _bytes + job.Bytes > MostBytes || Touches(job.Batch)))
        {
            return false;
        }

        Jobs.Add(job);
        _rows += job.Rows;
        _bytes += job.Bytes;
        _written.UnionWith(job.Batch.Writes.Select(write => write.Key));
        _appends |= job.Batch.Entries.Count > 0;
        return true;
    }

    private bool Touches(LedgerBatch batch) =>
        batch.Writes.Any(write => _written.Contains(write.Key))
        || batch.Requires.Any(required => _written.Contains(required.Key))
        || (_appends && batch.Erase.Count > 0);
}
