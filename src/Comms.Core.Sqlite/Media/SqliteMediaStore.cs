using Comms.Core.Ledger;
using Comms.Core.Sqlite.Reading;
using Comms.Core.Sqlite.Writing;

namespace Comms.Core.Sqlite.Media;

/// <summary>Media in the ledger's file, in parts: a stream is never held in memory whole.</summary>
internal sealed class SqliteMediaStore(Writer writer, Readers readers, string folder) : IMediaStore
{
    private const string FindMedia = "SELECT number, length FROM media WHERE sha256 = ?1";

    public async ValueTask<StoredMedia> PutAsync(Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var copy = new SpooledMedia(folder);
        var media = await copy.FillAsync(content, cancel).ConfigureAwait(false);
        if (readers.Read(database => Find(database, media.Sha256)) is null)
        {
            var weight = (int)(media.Length / MediaStream.PartLength) + 1;
            await writer.RunAsync(transaction => Insert(transaction.Database, media, copy), weight, cancel).ConfigureAwait(false);
        }

        return media;
    }

    public ValueTask<Stream?> OpenAsync(string sha256, CancellationToken cancel)
    {
        StoredMedia.CheckName(sha256);
        return FindAsync(sha256, cancel);
    }

    private async ValueTask<Stream?> FindAsync(string sha256, CancellationToken cancel) =>
        await Task.Run(() => readers.Read(database => Open(database, sha256)), cancel).ConfigureAwait(false);

    private MediaStream? Open(Database database, string sha256) =>
        Find(database, sha256) is var (number, length) ? new MediaStream(readers, database.File, sha256, number, length) : null;

    private static (long Number, long Length)? Find(Database database, string sha256)
    {
        using var row = database.Use(FindMedia).Bind(sha256);
        return row.Step() ? (row.Number(0), row.Number(1)) : null;
    }

    private static bool Insert(Database database, StoredMedia media, SpooledMedia copy)
    {
        using var insert = database.Use("INSERT INTO media (sha256, length) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING number");
        if (!insert.Bind(media.Sha256).Bind(media.Length).Step())
        {
            return false;
        }

        var number = insert.Number(0);
        _ = insert.Step();
        var part = 0L;
        foreach (var bytes in copy.Parts(MediaStream.PartLength))
        {
            using var append = database.Use("INSERT INTO media_part (media, part, content) VALUES (?1, ?2, ?3)");
            append.Bind(number).Bind(part++).Bind(bytes.Span).Run();
        }

        return true;
    }
}
