using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Reading;

/// <summary>When the next record falls due by the database's clock: the first entry of two indexes, however many wait.</summary>
internal static class DueTimes
{
    internal const string Next =
        """
        WITH asked AS MATERIALIZED (SELECT coalesce($2, comms.now_ms()) AS moment)
        SELECT least(
            (SELECT due FROM comms.record WHERE kind = $1 AND lane_key IS NULL AND due > asked.moment ORDER BY due LIMIT 1),
            (SELECT due FROM comms.lane WHERE kind = $1 AND due > asked.moment ORDER BY due LIMIT 1)) - asked.moment
        FROM asked
        """;

    public static async ValueTask<TimeSpan?> NextAsync(Server server, string kind, DateTimeOffset? after, CancellationToken cancel)
    {
        var wait = await server.ListAsync(
            Next,
            parameters =>
            {
                parameters.Add(NpgsqlDbType.Text, kind);
                parameters.Add(NpgsqlDbType.Bigint, after?.ToUnixTimeMilliseconds());
            },
            row => row.IsDBNull(0) ? default(TimeSpan?) : TimeSpan.FromMilliseconds(row.GetInt64(0)),
            cancel).ConfigureAwait(false);
        return wait[0];
    }
}
