using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Approval.Kits;

/// <summary>A kit as it is stored, version 1.</summary>
internal sealed record KitRecord(StoryKit Kit, IReadOnlyList<KitTold> Told)
{
    public const string Kind = "story-kit";

    private const int Version = 1;

    public static RecordKey Key(string id) => new(Kind, id);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, KitJson.Default.KitRecord);

    public static async ValueTask<KitStanding?> FindAsync(ILedger ledger, string id, CancellationToken cancel) =>
        await ledger.FindAsync(Key(id), cancel).ConfigureAwait(false) is { } record ? Open(record) : null;

    public static KitStanding Open(LedgerRecord record)
    {
        var (kit, told) = StoredRecord.Open(record, Version, KitJson.Default.KitRecord);
        return new KitStanding(kit, told, record.Revision);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KitRecord))]
internal sealed partial class KitJson : JsonSerializerContext;
