using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.PostgreSql.Hints;
using Comms.Core.PostgreSql.Reading;
using Xunit;

namespace Comms.Core.Tests.PostgreSql;

/// <summary>Hosts on one database tell each other that something may be due.</summary>
public sealed class HintTests : IAsyncDisposable
{
    private readonly TestSchema _schema = new();
    private readonly SemaphoreSlim _heard = new(0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_hears_of_what_another_one_planned_though_another_schema_is_as_busy()
    {
        await using var one = await _schema.OpenAsync(Cancel);
        await using var other = await _schema.OpenAsync(Cancel);
        await using var elsewhere = new TestSchema();
        await using var stranger = await elsewhere.OpenAsync(Cancel);
        using var listening = other.Hear("post", () => _heard.Release());
        await HeardAsync();

        await PlanAsync(stranger, "theirs");
        await PlanAsync(one, "ours");

        await HeardAsync();
        Assert.False(await _heard.WaitAsync(TimeSpan.FromSeconds(1), Cancel));
    }

    [Fact]
    public async Task A_host_whose_connection_was_ended_hears_again()
    {
        await using var one = await _schema.OpenAsync(Cancel);
        await using var other = await _schema.OpenAsync(Cancel);
        using var listening = other.Hear("post", () => _heard.Release());
        await HeardAsync();

        await _schema.RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN {HintChannel.Of(_schema.Name)}'");

        // It may have missed something meanwhile, so it looks.
        await HeardAsync();
        await PlanAsync(one, "afterwards");
        await HeardAsync();
    }

    [Fact]
    public async Task The_next_due_record_is_found_by_an_index_however_many_wait()
    {
        await (await _schema.OpenAsync(Cancel)).DisposeAsync();
        await _schema.RunAsync(
            """
            INSERT INTO s.record (position, key, kind, id, revision, due, lane, lane_key, content)
            SELECT n, sha256(n::text::bytea), 'thing', n::text, 1, n,
                CASE WHEN n % 2 = 0 THEN 'lane ' || n END, CASE WHEN n % 2 = 0 THEN sha256(('lane ' || n)::bytea) END, 'x'
            FROM generate_series(1, 20000) AS n;
            ANALYZE s.record; ANALYZE s.lane;
            """.Replace("s.", _schema.Name + ".", StringComparison.Ordinal));
        var plan = await _schema.AskAsync<string>(
            "EXPLAIN (FORMAT JSON) " + DueTimes.Next.Replace("$1", "'thing'", StringComparison.Ordinal)
                .Replace("$2", "10000::bigint", StringComparison.Ordinal).Replace("comms.", _schema.Name + ".", StringComparison.Ordinal));

        Assert.Contains("record_due", plan, StringComparison.Ordinal);
        Assert.Contains("lane_due", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _heard.Dispose();
        await _schema.DisposeAsync();
    }

    private static async Task PlanAsync(PostgreSqlLedger ledger, string id)
    {
        var write = new LedgerWrite { Key = new RecordKey("post", id), Expected = 0, Content = new byte[] { 1 }, Due = DateTimeOffset.UnixEpoch };
        Assert.True((await ledger.CommitAsync(new LedgerBatch { Writes = [write] }, Cancel)).Committed);
    }

    private async Task HeardAsync() => Assert.True(await _heard.WaitAsync(TimeSpan.FromSeconds(20), Cancel), "Nothing was heard.");
}
