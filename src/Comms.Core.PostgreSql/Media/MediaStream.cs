using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Media;

/// <summary>Reads stored media part by part.</summary>
internal sealed class MediaStream(Server server, string sha256, long number, long length) : PartedStream(length)
{
    private const string Part = "SELECT content FROM comms.media_part WHERE media = $1 AND part = $2";

    // A caller that reads in the old way waits on its own thread.
    protected override byte[] ReadPart(long part) => Task.Run(() => ReadPartAsync(part, CancellationToken.None).AsTask()).GetAwaiter().GetResult();

    protected override async ValueTask<byte[]> ReadPartAsync(long part, CancellationToken cancel)
    {
        var found = await server.ListAsync(Part, parameters => Bind(parameters, part), row => row.GetFieldValue<byte[]>(0), cancel).ConfigureAwait(false);
        return found is [var bytes] ? bytes : [];
    }

    protected override LedgerException Damaged(string what) => PostgreSqlFault.Damaged($"{what} {sha256} is not what was stored", server.Name);

    private void Bind(NpgsqlParameterCollection parameters, long part)
    {
        parameters.Add(NpgsqlDbType.Bigint, number);
        parameters.Add(NpgsqlDbType.Bigint, part);
    }
}
