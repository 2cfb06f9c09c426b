using System.Text;
using Comms.Core.Ledger;
using Comms.Core.Text;

namespace Comms.Core.Testing.Ledgers.Model;

/// <summary>Makes operations by chance, most of them sensible and some wrong on purpose. All on few records, so that they meet.</summary>
internal sealed class Operations(Chance chance, LedgerModel model, string kind, long chainStart)
{
    private static readonly string?[] Lanes = [null, null, "a", "b"];

    private int _number;

    public LedgerBatch Batch() => new()
    {
        Writes = [.. Keys(chance.Below(4)).Select(Write)],
        Requires = [.. Keys(chance.OneIn(3) ? 1 : 0).Select(key => new RecordRequirement(key, Revision(key)))],
        Entries = [.. Enumerable.Range(0, chance.Below(3)).Select(_ => Entry())],
        Erase = chance.OneIn(6) ? [chainStart + 1 + chance.Below(model.Chain.Count + 2)] : [],
    };

    public ClaimRequest Claim() => new()
    {
        Kind = kind,
        DueBy = chance.OneIn(4) ? null : model.Now + Minutes(),
        Holder = $"holder {chance.Below(3)}",
        LeaseFor = TimeSpan.FromSeconds(1 + chance.Below(120)),
        Limit = 1 + chance.Below(5),
    };

    public TimeSpan Pass() => TimeSpan.FromMilliseconds(chance.Below(60_000));

    public RecordQuery Query() => new()
    {
        Kind = kind,
        Lane = chance.Of(Lanes),
        Limit = chance.OneIn(2) ? null : 1 + chance.Below(5),
    };

    public DateTimeOffset Instant() => model.Now + Minutes();

    private List<RecordKey> Keys(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new RecordKey(kind, $"{chance.Below(8)}")).Distinct()];

    private LedgerWrite Write(RecordKey key)
    {
        var expected = Revision(key);
        var known = model.Find(key);
        return new LedgerWrite
        {
            Key = key,
            Expected = expected,
            Content = expected > 0 && chance.OneIn(5) ? null : Encoding.UTF8.GetBytes($"content {_number++}"),
            Due = chance.OneIn(4) ? null : model.Now + Minutes(),
            Lane = chance.Of(Lanes),
            Fence = known is not null && chance.OneIn(2) && known.Fence > 0 ? known.Fence - (chance.OneIn(5) ? 1 : 0) : null,
            Release = !chance.OneIn(3),
        };
    }

    private long Revision(RecordKey key) => chance.OneIn(8) ? chance.Below(4) : model.Find(key)?.Revision ?? 0;

    private TimeSpan Minutes() => TimeSpan.FromMinutes(chance.Below(9) - 4);

    private ChainEntry Entry()
    {
        var salt = new byte[ChainEntry.SaltLength];
        chance.Fill(salt);
        return new ChainEntry { Payload = Encoding.UTF8.GetBytes($"entry {_number++}"), Salt = salt };
    }
}
