using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Npgsql;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>
/// What a group is judged by, read in one round trip and locked until the transaction ends: the last place, the records that
/// are written or required, and the time on the ledger's clock once all that is held.
/// </summary>
internal sealed class Ground
{
    private const string LastPlace = "SELECT position FROM comms.counter ";
    private const string Columns = "SELECT kind, id, position, revision, fence, until FROM comms.record WHERE key = ANY ($1) ORDER BY key ";
    private const string ForWriting = "FOR UPDATE";
    private const string ForReading = "FOR SHARE";
    private const string Clock = "SELECT comms.now_ms()";

    private readonly Dictionary<RecordKey, RecordState> _states = [];

    public long Position { get; private set; }

    public long Now { get; private set; }

    public RecordState this[RecordKey key] => _states.GetValueOrDefault(key);

    public static async ValueTask<Ground> ReadAsync(Server server, NpgsqlConnection connection, IReadOnlyList<Job> jobs)
    {
        var written = jobs.SelectMany(job => job.Batch.Writes).Select(write => write.Key).ToHashSet();
        var required = jobs.SelectMany(job => job.Batch.Requires).Select(one => one.Key).Where(key => !written.Contains(key)).ToHashSet();

        var batch = connection.CreateBatch();
        await using var batchScope = batch.ConfigureAwait(false);
        var alone = Creates(jobs);
        var places = alone || Orders(jobs);
        if (places)
        {
            // A row's lock that is shared may be shared on and on, past one who waits for it alone: turns are given in order.
            batch.AppendTurn(alone ? Turns.AtPlaces : Turns.AtPlacesShared, server);
            batch.Append(server.Sql(LastPlace + (alone ? ForWriting : ForReading)));
        }

        var forWriting = batch.AppendIf(written.Count > 0, server.Sql(Columns + ForWriting), written.Select(KeyHash.Of));
        var forReading = batch.AppendIf(required.Count > 0, server.Sql(Columns + ForReading), required.Select(KeyHash.Of));
        batch.Append(server.Sql(Clock));

        var ground = new Ground();
        var rows = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using var rowsScope = rows.ConfigureAwait(false);
        await rows.EachAsync(places, _ => { }).ConfigureAwait(false);
        await rows.EachAsync(places, row => ground.Position = row.GetInt64(0)).ConfigureAwait(false);
        await rows.EachAsync(forWriting, ground.Note).ConfigureAwait(false);
        await rows.EachAsync(forReading, ground.Note).ConfigureAwait(false);
        await rows.EachAsync(true, row => ground.Now = row.GetInt64(0)).ConfigureAwait(false);
        return ground;
    }

    /// <summary>Who creates takes a turn alone, so that places follow the commits.</summary>
    private static bool Creates(IReadOnlyList<Job> jobs) => jobs.Any(job => job.Batch.Writes.Any(write => write.Expected == 0));

    /// <summary>
    /// Who requires that something is not there shares a turn: what is not there cannot be locked, but nobody creates meanwhile.
    /// So does who appends to the chain, since programs of the layouts before take a turn alone for that.
    /// </summary>
    private static bool Orders(IReadOnlyList<Job> jobs) => jobs.Any(job =>
        job.Batch.Entries.Count > 0 || job.Batch.Requires.Any(required => required.Revision == 0));

    private void Note(NpgsqlDataReader row) => _states[new RecordKey(row.GetString(0), row.GetString(1))] =
        new RecordState(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.IsDBNull(5) ? null : row.GetInt64(5));
}
