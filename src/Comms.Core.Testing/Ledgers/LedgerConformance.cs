using System.Text;
using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

/// <summary>
/// What every <see cref="ILedger"/> must do. Derive one class per ledger in a test project that uses xunit.v3, give it an
/// empty ledger in <see cref="OpenAsync"/>, and run it: each sentence of the contracts is a test here.
/// </summary>
public abstract partial class LedgerConformance : IAsyncLifetime
{
    private const string Kind = "thing";

    private ILedger? _ledger;

    /// <summary>The clock given to <see cref="OpenAsync"/>.</summary>
    protected ManualTime Clock { get; } = new();

    /// <summary>The ledger under test.</summary>
    protected ILedger Ledger => _ledger ?? throw new InvalidOperationException("The ledger opens before each test.");

    /// <summary>How long the leases in these tests live. Override when <see cref="PassAsync"/> must wait for a real clock.</summary>
    protected virtual TimeSpan Lease => TimeSpan.FromMinutes(1);

    /// <summary>How many generated sequences of operations are checked against the model. Default: 40.</summary>
    protected virtual int ModelRuns => 40;

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens the ledger before each test.</summary>
    public async ValueTask InitializeAsync() => _ledger = await OpenAsync(Clock);

    /// <summary>Closes the ledger after each test, if it can be closed.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CloseAsync();
    }

    /// <summary>Gives an empty ledger whose leases end by the clock.</summary>
    /// <param name="clock">The ledger's own clock, where it can take one; see <see cref="PassAsync"/> where it cannot.</param>
    protected abstract ValueTask<ILedger> OpenAsync(TimeProvider clock);

    /// <summary>
    /// Opens the same content again, after the ledger was closed; null when content does not outlive the ledger. Default: null.
    /// </summary>
    /// <param name="clock">As for <see cref="OpenAsync"/>.</param>
    protected virtual ValueTask<ILedger?> ReopenAsync(TimeProvider clock) => ValueTask.FromResult<ILedger?>(null);

    /// <summary>
    /// Opens the same content a second time while it is open, as another process would; null when it is never shared.
    /// Default: null.
    /// </summary>
    /// <param name="clock">As for <see cref="OpenAsync"/>.</param>
    protected virtual ValueTask<ILedger?> ShareAsync(TimeProvider clock) => ValueTask.FromResult<ILedger?>(null);

    /// <summary>Lets time pass on the ledger's own clock. Override when that is not <see cref="Clock"/>.</summary>
    /// <param name="span">How long.</param>
    protected virtual ValueTask PassAsync(TimeSpan span)
    {
        Clock.Advance(span);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the ledger and opens its content again; skips the test where content is not kept.</summary>
    protected async ValueTask ReopenOrSkipAsync()
    {
        await CloseAsync();
        _ledger = await ReopenAsync(Clock);
        Assert.SkipWhen(_ledger is null, "The content of this ledger does not outlive it.");
    }

    private static RecordKey Key(string id) => new(Kind, id);

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static LedgerWrite Create(string id, DateTimeOffset? due = null, string? lane = null, string content = "first") =>
        new() { Key = Key(id), Expected = 0, Content = Bytes(content), Due = due, Lane = lane };

    private static LedgerWrite Replace(string id, long expected, string content = "second", DateTimeOffset? due = null) =>
        new() { Key = Key(id), Expected = expected, Content = Bytes(content), Due = due };

    private static LedgerWrite Remove(string id, long expected) =>
        new() { Key = Key(id), Expected = expected, Content = null };

    private static LedgerWrite Fenced(LeasedRecord leased, bool release = true, DateTimeOffset? due = null) => new()
    {
        Key = leased.Record.Key,
        Expected = leased.Record.Revision,
        Content = Bytes("by its holder"),
        Due = due,
        Fence = leased.Fence,
        Release = release,
    };

    private ValueTask<CommitResult> TryAsync(params LedgerWrite[] writes) =>
        Ledger.CommitAsync(new LedgerBatch { Writes = writes }, Cancel);

    private async ValueTask CommitAsync(params LedgerWrite[] writes) =>
        Assert.Equal(CommitResult.Done, await TryAsync(writes));

    private ValueTask<LedgerRecord?> FindAsync(string id) => Ledger.FindAsync(Key(id), Cancel);

    private async ValueTask<LedgerRecord> GetAsync(string id)
    {
        var record = await FindAsync(id);
        Assert.NotNull(record);
        return record;
    }

    private ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(int limit = 100, DateTimeOffset? dueBy = null, string holder = "one") =>
        Ledger.ClaimAsync(
            new ClaimRequest { Kind = Kind, DueBy = dueBy ?? Clock.GetUtcNow(), Holder = holder, LeaseFor = Lease, Limit = limit },
            Cancel);

    private async ValueTask<string> ClaimIdsAsync(int limit = 100, DateTimeOffset? dueBy = null) =>
        string.Join(' ', (await ClaimAsync(limit, dueBy)).Select(leased => leased.Record.Key.Id));

    private async ValueTask<LeasedRecord> ClaimOneAsync() => Assert.Single(await ClaimAsync());

    private async ValueTask<List<LedgerRecord>> ReadAsync(RecordQuery? query = null)
    {
        var records = new List<LedgerRecord>();
        await foreach (var record in Ledger.ReadAsync(query ?? new RecordQuery { Kind = Kind }, Cancel))
        {
            records.Add(record);
        }

        return records;
    }

    private async ValueTask<List<ChainLink>> ReadChainAsync(long after = 0)
    {
        var links = new List<ChainLink>();
        await foreach (var link in Ledger.ReadChainAsync(after, Cancel))
        {
            links.Add(link);
        }

        return links;
    }

    private async ValueTask CloseAsync()
    {
        if (_ledger is IAsyncDisposable closable)
        {
            await closable.DisposeAsync();
        }

        _ledger = null;
    }
}
