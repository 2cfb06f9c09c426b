using System.Security.Cryptography;
using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Media;

/// <summary>
/// Media in the ledger's database, in parts: a stream is never held in memory whole. The parts are written as they come; the
/// name, known at the end, makes them count in the same transaction.
/// </summary>
internal sealed class PostgreSqlMediaStore(Server server) : IMediaStore
{
    private const string NextNumber = "SELECT nextval('comms.media_number')";
    private const string AddPart = "INSERT INTO comms.media_part (media, part, content) VALUES ($1, $2, $3)";
    private const string AddName = "INSERT INTO comms.media (number, sha256, length) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    private const string RemoveParts = "DELETE FROM comms.media_part WHERE media = $1";
    private const string Find = "SELECT number, length FROM comms.media WHERE sha256 = $1";

    public ValueTask<StoredMedia> PutAsync(Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        return server.InTransactionAsync(connection => CopyAsync(connection, content, cancel), cancel);
    }

    public ValueTask<Stream?> OpenAsync(string sha256, CancellationToken cancel)
    {
        StoredMedia.CheckName(sha256);
        return FindAsync(sha256, cancel);
    }

    private async ValueTask<Stream?> FindAsync(string sha256, CancellationToken cancel)
    {
        var found = await server.ListAsync(
            Find, parameters => parameters.Add(NpgsqlDbType.Text, sha256), row => (Number: row.GetInt64(0), Length: row.GetInt64(1)), cancel).ConfigureAwait(false);
        return found is [var (number, length)] ? new MediaStream(server, sha256, number, length) : null;
    }

    private async ValueTask<StoredMedia> CopyAsync(NpgsqlConnection connection, Stream content, CancellationToken cancel)
    {
        var number = (await connection.ListAsync(server.Sql(NextNumber), Commands.Nothing, row => row.GetInt64(0), cancel).ConfigureAwait(false))[0];
        var (buffer, length) = (new byte[PartedStream.PartLength], 0L);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int read; (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            var (part, bytes) = (length / PartedStream.PartLength, buffer.AsMemory(0, read));
            await connection.RunAsync(server.Sql(AddPart), parameters => Bind(parameters, number, part, bytes), cancel).ConfigureAwait(false);
        }

        var media = new StoredMedia(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        if (await connection.RunAsync(server.Sql(AddName), parameters => Bind(parameters, number, media), cancel).ConfigureAwait(false) == 0)
        {
            // The same bytes are there already.
            await connection.RunAsync(server.Sql(RemoveParts), parameters => parameters.Add(NpgsqlDbType.Bigint, number), cancel).ConfigureAwait(false);
        }

        return media;
    }

    private static void Bind(NpgsqlParameterCollection parameters, long number, long part, ReadOnlyMemory<byte> content)
    {
        parameters.Add(NpgsqlDbType.Bigint, number);
        parameters.Add(NpgsqlDbType.Bigint, part);
        parameters.Add(NpgsqlDbType.Bytea, content);
    }

    private static void Bind(NpgsqlParameterCollection parameters, long number, StoredMedia media)
    {
        parameters.Add(NpgsqlDbType.Bigint, number);
        parameters.Add(NpgsqlDbType.Text, media.Sha256);
        parameters.Add(NpgsqlDbType.Bigint, media.Length);
    }
}
