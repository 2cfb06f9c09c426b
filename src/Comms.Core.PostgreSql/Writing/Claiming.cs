using Comms.Core.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>Takes leases on due records: one call of the function that the layout has for it.</summary>
internal static class Claiming
{
    private const string Claim = "SELECT " + RecordRow.Columns + ", fence, until FROM comms.claim($1, coalesce($2, comms.now_ms()), $3, $4, $5)";

    public static async ValueTask<IReadOnlyList<LeasedRecord>> RunAsync(Server server, ClaimRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();

        // Once it is under way it is not stopped: leases that nobody hears of would keep others out until they end.
        var leased = await server.ListAsync(Claim, parameters => Bind(parameters, request), Read, CancellationToken.None).ConfigureAwait(false);
        return [.. leased.OrderBy(one => one.Record.Due).ThenBy(one => one.Record.Position)];
    }

    private static void Bind(NpgsqlParameterCollection parameters, ClaimRequest request)
    {
        parameters.Add(NpgsqlDbType.Text, request.Kind);
        parameters.Add(NpgsqlDbType.Bigint, request.DueBy?.ToUnixTimeMilliseconds());
        parameters.Add(NpgsqlDbType.Integer, request.Limit);
        parameters.Add(NpgsqlDbType.Bigint, (long)request.LeaseFor.TotalMilliseconds);
        parameters.Add(NpgsqlDbType.Text, request.Holder);
    }

    private static LeasedRecord Read(NpgsqlDataReader row) =>
        new(RecordRow.Read(row), row.GetInt64(7), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)));
}
