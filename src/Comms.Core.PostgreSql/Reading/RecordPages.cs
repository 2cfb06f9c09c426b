using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Reading;

/// <summary>Reads pages of records in order of creation or of what is due first.</summary>
internal static class RecordPages
{
    internal const string OfKind =
        "SELECT " + RecordRow.Columns + " FROM comms.record WHERE kind = $1 AND position > $2 ORDER BY position LIMIT $3";

    internal const string OfLane =
        "SELECT " + RecordRow.Columns + " FROM comms.record WHERE lane_key = $1 AND position > $2 ORDER BY position LIMIT $3";

    internal const string DueAlone =
        "SELECT " + RecordRow.Columns + " FROM comms.record WHERE kind = $1 AND lane_key IS NULL AND due <= $4 AND (due, position) > ($5, $2) ORDER BY due, position LIMIT $3";

    internal const string DueInLane =
        "SELECT " + RecordRow.Columns + " FROM comms.record WHERE lane_key = $1 AND due <= $4 AND (due, position) > ($5, $2) ORDER BY due, position LIMIT $3";

    public static ValueTask<List<LedgerRecord>> PageAsync(Server server, RecordQuery query, PageStart after, int size, CancellationToken cancel) => server.ListAsync(
        (query.DueBy is null, query.Lane is null) switch
        {
            (true, true) => OfKind,
            (true, false) => OfLane,
            (false, true) => DueAlone,
            (false, false) => DueInLane,
        },
        parameters =>
        {
            if (query.Lane is { } lane)
            {
                parameters.Add(NpgsqlDbType.Bytea, KeyHash.Of(query.Kind, lane));
            }
            else
            {
                parameters.Add(NpgsqlDbType.Text, query.Kind);
            }

            parameters.Add(NpgsqlDbType.Bigint, after.Position);
            parameters.Add(NpgsqlDbType.Integer, size);
            if (query.DueBy is { } due)
            {
                parameters.Add(NpgsqlDbType.Bigint, due.ToUnixTimeMilliseconds());
                parameters.Add(NpgsqlDbType.Bigint, after.Due);
            }
        },
        RecordRow.Read,
        cancel);
}
