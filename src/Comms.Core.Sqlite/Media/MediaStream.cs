using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Comms.Core.Sqlite.Reading;

namespace Comms.Core.Sqlite.Media;

/// <summary>Reads stored media part by part.</summary>
internal sealed class MediaStream(Readers readers, string file, string sha256, long number, long length) : PartedStream(length)
{
    protected override byte[] ReadPart(long part) => readers.Read(database =>
    {
        using var row = database.Use("SELECT content FROM media_part WHERE media = ?1 AND part = ?2").Bind(number).Bind(part);
        return row.Step() ? row.Bytes(0) : [];
    });

    protected override LedgerException Damaged(string what) => SqliteFault.Damaged($"{what} {sha256} is not what was stored", file);
}
