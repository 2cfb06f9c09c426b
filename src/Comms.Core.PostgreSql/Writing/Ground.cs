using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Npgsql;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>
/// What a group is judged by, read in one round trip and locked until the transaction ends: the last place, the records that
/// are written or required, the end of the chain, and the time on the ledger's clock once all that is held.
/// </summary>
internal sealed class Ground
{
    private const string LastPlace = "SELECT position FROM comms.counter FOR UPDATE";
    private const string Columns = "SELECT kind, id, position, revision, fence, until FROM comms.record WHERE key = ANY ($1) ORDER BY key ";
    private const string ForWriting = Columns + "FOR UPDATE";
    private const string ForReading = Columns + "FOR SHARE";
    private const string LastLink = "SELECT sequence, hash FROM comms.chain ORDER BY sequence DESC LIMIT 1";
    private const string Clock = "SELECT comms.now_ms()";

    private readonly Dictionary<RecordKey, RecordState> _states = [];

    public long Position { get; private set; }

    public long Sequence { get; private set; }

    public byte[] Hash { get; private set; } = new byte[32];

    public long Now { get; private set; }

    public RecordState this[RecordKey key] => _states.GetValueOrDefault(key);

    public static async ValueTask<Ground> ReadAsync(Server server, NpgsqlConnection connection, IReadOnlyList<Job> jobs)
    {
        var written = jobs.SelectMany(job => job.Batch.Writes).Select(write => write.Key).ToHashSet();
        var required = jobs.SelectMany(job => job.Batch.Requires).Select(one => one.Key).Where(key => !written.Contains(key)).ToHashSet();

        var batch = connection.CreateBatch();
        await using var batchScope = batch.ConfigureAwait(false);
        var places = batch.AppendIf(IsOrdered(jobs), server.Sql(LastPlace));
        var forWriting = batch.AppendIf(written.Count > 0, server.Sql(ForWriting), written.Select(KeyHash.Of));
        var forReading = batch.AppendIf(required.Count > 0, server.Sql(ForReading), required.Select(KeyHash.Of));
        var chain = batch.AppendIf(jobs.Any(job => job.Batch.Entries.Count > 0), server.Sql(LastLink));
        batch.Append(server.Sql(Clock));

        var ground = new Ground();
        var rows = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using var rowsScope = rows.ConfigureAwait(false);
        await rows.EachAsync(places, row => ground.Position = row.GetInt64(0)).ConfigureAwait(false);
        await rows.EachAsync(forWriting, ground.Note).ConfigureAwait(false);
        await rows.EachAsync(forReading, ground.Note).ConfigureAwait(false);
        await rows.EachAsync(chain, row => (ground.Sequence, ground.Hash) = (row.GetInt64(0), row.GetFieldValue<byte[]>(1))).ConfigureAwait(false);
        await rows.EachAsync(true, row => ground.Now = row.GetInt64(0)).ConfigureAwait(false);
        return ground;
    }

    /// <summary>
    /// Who creates takes a turn, so that places follow the commits; so does who appends to the chain, and who requires that
    /// something is not there: what is not there cannot be locked, but nobody else creates meanwhile.
    /// </summary>
    private static bool IsOrdered(IReadOnlyList<Job> jobs) => jobs.Any(job =>
        job.Batch.Entries.Count > 0
        || job.Batch.Writes.Any(write => write.Expected == 0)
        || job.Batch.Requires.Any(required => required.Revision == 0));

    private void Note(NpgsqlDataReader row) => _states[new RecordKey(row.GetString(0), row.GetString(1))] =
        new RecordState(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.IsDBNull(5) ? null : row.GetInt64(5));
}
