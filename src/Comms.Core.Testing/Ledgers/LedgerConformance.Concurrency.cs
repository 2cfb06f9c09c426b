using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    private const int Writers = 8;

    /// <summary>Many writers that each add one to the same record lose no addition.</summary>
    [Fact]
    public async Task Concurrent_writers_lose_nothing()
    {
        await CommitAsync(Create("sum", content: "0"));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => AddAsync(Ledger, 10))));
        Assert.Equal($"{Writers * 10}", Text((await GetAsync("sum")).Content));
        Assert.Equal(Writers * 10, (await ReadChainAsync()).Count);
        Verify(await ReadChainAsync());
    }

    /// <summary>Two ledgers on the same content, as two processes have it, lose no addition either.</summary>
    [Fact]
    public async Task Two_ledgers_on_one_content_lose_nothing()
    {
        var other = await ShareAsync(Clock);
        Assert.SkipWhen(other is null, "The content of this ledger is never shared.");
        await CommitAsync(Create("sum", content: "0"));
        await Task.WhenAll(new[] { Ledger, other, Ledger, other }.Select(ledger => Task.Run(() => AddAsync(ledger, 20))));
        Assert.Equal("80", Text((await GetAsync("sum")).Content));
        Verify(await ReadChainAsync());
        await ((IAsyncDisposable)other).DisposeAsync();
    }

    /// <summary>Concurrent claims never lease one record twice, nor one lane to two holders.</summary>
    [Fact]
    public async Task Concurrent_claims_never_share_a_record_or_a_lane()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync([.. Enumerable.Range(0, 200).Select(number => Create($"{number}", now, number % 2 == 0 ? null : $"{number % 7}"))]);
        var claims = await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(number => Task.Run(() => ClaimAsync(30, holder: $"{number}").AsTask())));
        var leased = claims.SelectMany((claim, holder) => claim.Select(one => (one.Record, Holder: holder))).ToList();
        Assert.Equal(leased.Count, leased.Select(one => one.Record.Key).Distinct().Count());
        Assert.All(
            leased.Where(one => one.Record.Lane is not null).GroupBy(one => one.Record.Lane),
            lane => Assert.Single(lane.Select(one => one.Holder).Distinct()));
    }

    /// <summary>Places follow the order of commits, whoever commits.</summary>
    [Fact]
    public async Task Places_rise_with_every_commit()
    {
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => CreateInTurnAsync(writer))));
        Assert.Equal(Writers * 10, (await ReadAsync()).Select(record => record.Position).Distinct().Count());
    }

    /// <summary>What is cancelled before it begins throws so and changes nothing.</summary>
    [Fact]
    public async Task A_cancelled_call_changes_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var batch = new LedgerBatch { Writes = [Replace("a", 1)] };
        var request = new ClaimRequest { Kind = Kind, DueBy = Clock.GetUtcNow(), Holder = "one", LeaseFor = Lease };
        await CancelsAsync(async () => await Ledger.CommitAsync(batch, cancelled));
        await CancelsAsync(async () => await Ledger.ClaimAsync(request, cancelled));
        await CancelsAsync(async () => await Ledger.FindAsync(Key("a"), cancelled));
        await CancelsAsync(async () => await Ledger.ReadAsync(new RecordQuery { Kind = Kind }, cancelled).FirstAsync(CancellationToken.None));
        await CancelsAsync(async () => await Ledger.ReadChainAsync(0, cancelled).FirstAsync(CancellationToken.None));
        Assert.Equal(1, (await ClaimOneAsync()).Record.Revision);
    }

    /// <summary>A commit that is cancelled while it runs has either committed and says so, or changed nothing.</summary>
    [Fact]
    public async Task A_commit_cancelled_under_way_is_all_or_nothing()
    {
        for (var round = 0; round < 20; round++)
        {
            using var stop = new CancellationTokenSource();
            var batch = new LedgerBatch { Writes = [.. Enumerable.Range(0, 50).Select(number => Create($"{round}/{number}"))] };
            var commit = Task.Run(() => Ledger.CommitAsync(batch, stop.Token).AsTask(), Cancel);
            await stop.CancelAsync();
            var committed = await CommittedAsync(commit);
            Assert.Equal(committed, await FindAsync($"{round}/0") is not null);
            Assert.Equal(committed, await FindAsync($"{round}/49") is not null);
        }
    }

    private static async Task<bool> CommittedAsync(Task<CommitResult> commit)
    {
        try
        {
            return (await commit).Committed;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task CancelsAsync(Func<Task> call) =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(call);

    private static async Task AddAsync(ILedger ledger, int times)
    {
        while (times > 0)
        {
            var record = await ledger.FindAsync(Key("sum"), Cancel);
            var sum = int.Parse(Text(record!.Content), System.Globalization.CultureInfo.InvariantCulture) + 1;
            var batch = new LedgerBatch { Writes = [Replace("sum", record.Revision, $"{sum}")], Entries = [Entry($"{sum}")] };
            times -= (await ledger.CommitAsync(batch, Cancel)).Committed ? 1 : 0;
        }
    }

    private async Task CreateInTurnAsync(int writer)
    {
        var last = 0L;
        for (var number = 0; number < 10; number++)
        {
            await CommitAsync(Create($"{writer}/{number}"));
            var position = (await GetAsync($"{writer}/{number}")).Position;
            Assert.True(position > last);
            last = position;
        }
    }
}
