using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql;

/// <summary>
/// What hosts do one after the other: locks of the server by schema and number ("comm" in ASCII, and on), given in the order in
/// which they were asked for, until the transaction ends.
/// </summary>
internal static class Turns
{
    public const string AtLayout = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1668246893))";
    public const string AtChain = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1668246894))";
    public const string AtPlaces = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1668246895))";
    public const string AtPlacesShared = "SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 1668246895))";

    public static void AppendTurn(this NpgsqlBatch batch, string turn, Server server) => batch.Append(turn).Add(NpgsqlDbType.Text, server.Schema);
}
