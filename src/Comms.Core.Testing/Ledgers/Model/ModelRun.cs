using System.Text;
using Comms.Core.Ledger;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Testing.Ledgers.Model;

/// <summary>Does the same operations to a ledger and to the model, and compares every answer and then the whole state.</summary>
internal sealed class ModelRun
{
    private readonly ILedger _ledger;
    private readonly Func<TimeSpan, ValueTask> _pass;
    private readonly string _kind;
    private readonly long _chainStart;
    private readonly Chance _chance;
    private readonly LedgerModel _model;
    private readonly Operations _operations;

    public ModelRun(ILedger ledger, ulong seed, DateTimeOffset start, long chainStart, Func<TimeSpan, ValueTask> pass)
    {
        _ledger = ledger;
        _pass = pass;
        _kind = $"kind-{seed}";
        _chainStart = chainStart;
        _chance = new Chance(seed);
        _model = new LedgerModel(start);
        _operations = new Operations(_chance, _model, _kind, chainStart);
    }

    public long ChainLength => _model.Chain.Count;

    public async ValueTask StepAsync(CancellationToken cancel)
    {
        switch (_chance.Below(8))
        {
            case 0:
                await PassAsync();
                break;
            case 1 or 2:
                await ClaimAsync(cancel);
                break;
            case 3:
                await CompareAsync(_operations.Query(), cancel);
                await CompareHintAsync(_operations.Instant(), cancel);
                break;
            default:
                await CommitAsync(cancel);
                break;
        }
    }

    public async ValueTask CompareAllAsync(CancellationToken cancel)
    {
        await CompareAsync(new RecordQuery { Kind = _kind }, cancel);
        var links = await ListAsync(_ledger.ReadChainAsync(_chainStart, cancel));
        Assert.Equal(_model.Chain, links.Select(link => link.Payload is { } payload ? Encoding.UTF8.GetString(payload.Span) : null));
    }

    private async ValueTask PassAsync()
    {
        var span = _operations.Pass();
        await _pass(span);
        _model.Now += span;
    }

    private async ValueTask CommitAsync(CancellationToken cancel)
    {
        var batch = _operations.Batch();
        Assert.Equal(_model.Commit(batch, _chainStart), await _ledger.CommitAsync(batch, cancel));
        foreach (var write in batch.Writes)
        {
            Assert.Equal(_model.Find(write.Key)?.ToString(), Show(await _ledger.FindAsync(write.Key, cancel)));
        }
    }

    private async ValueTask ClaimAsync(CancellationToken cancel)
    {
        var request = _operations.Claim();
        var leased = await _ledger.ClaimAsync(request, cancel);
        var expected = _model.Claimable(request);
        Assert.Equal(expected.Select(record => record.ToString()), leased.Select(one => Show(one.Record)));
        foreach (var (record, one) in expected.Zip(leased))
        {
            Assert.True(one.Fence > record.Fence, "The fence did not rise.");
            record.Fence = one.Fence;
            record.Until = _model.Now + request.LeaseFor;
        }
    }

    private async ValueTask CompareAsync(RecordQuery query, CancellationToken cancel)
    {
        var expected = _model.Records.Where(record => query.Lane is null || record.Lane == query.Lane).Take(query.Limit ?? int.MaxValue);
        var found = await ListAsync(_ledger.ReadAsync(query, cancel));
        Assert.Equal(expected.Select(record => record.ToString()), found.Select(Show));
    }

    private async ValueTask CompareHintAsync(DateTimeOffset after, CancellationToken cancel)
    {
        if (_ledger is IDueHints hints)
        {
            Assert.Equal(_model.NextDue(after), await hints.NextDueAsync(_kind, after, cancel));
        }
    }

    private static async ValueTask<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private static string? Show(LedgerRecord? record) => record is null ? null : new ModelRecord
    {
        Key = record.Key,
        Lane = record.Lane,
        Revision = record.Revision,
        Due = record.Due,
        Content = Encoding.UTF8.GetString(record.Content.Span),
    }.ToString();
}
