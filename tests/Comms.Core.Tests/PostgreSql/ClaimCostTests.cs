using System.Globalization;
using Comms.Core.PostgreSql.Reading;
using Xunit;

namespace Comms.Core.Tests.PostgreSql;

public sealed class ClaimCostTests : IAsyncDisposable
{
    private readonly TestSchema _schema = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("NULL::text", "NULL::bytea")]
    [InlineData("'lane ' || n % 1000", "sha256(('thing' || n % 1000)::bytea)")]
    public async Task A_claim_reads_about_what_it_takes_however_many_wait(string lane, string key)
    {
        await (await _schema.OpenAsync(Cancel)).DisposeAsync();

        var (scanned, fetched) = await ReadByClaimAsync(100_000, lane, key);

        Assert.Equal(0, scanned);
        Assert.InRange(fetched, 50, 20 * 50);
    }

    [Theory]
    [InlineData(RecordPages.DueAlone, "NULL::text", "NULL::bytea", "'thing'")]
    [InlineData(RecordPages.DueInLane, "'lane ' || n % 5", "sha256(('thing' || n % 5)::bytea)", "sha256('thing3'::bytea)")]
    public async Task A_page_of_what_is_due_is_answered_from_an_index_without_sorting(string sql, string lane, string key, string of)
    {
        await (await _schema.OpenAsync(Cancel)).DisposeAsync();
        await FillAsync(100_000, lane, key);
        var plan = await _schema.AskAsync<string>(
            $"EXPLAIN (FORMAT JSON) {sql.Replace("$1", of, StringComparison.Ordinal).Replace("$2", "0", StringComparison.Ordinal).Replace("$3", "100", StringComparison.Ordinal).Replace("$4", "90000", StringComparison.Ordinal).Replace("$5", "10", StringComparison.Ordinal)}"
                .Replace("comms.", _schema.Name + ".", StringComparison.Ordinal));
        Assert.Contains("record_", plan, StringComparison.Ordinal);
        Assert.Contains("Index Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _schema.DisposeAsync();

    /// <summary>Fills up, and counts the rows that a claim of 50 reads in all of a table or by an index.</summary>
    private async Task<(long Scanned, long Fetched)> ReadByClaimAsync(int waiting, string lane, string key)
    {
        await FillAsync(waiting, lane, key);
        var read = await _schema.AskAsync<string>(
            """
            BEGIN;
            DO $$ BEGIN PERFORM count(*) FROM s.claim('thing', 200000, 50, 1, 'one'); END $$;
            SELECT coalesce(seq_tup_read, 0) || ' ' || coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables WHERE relid = 's.record'::regclass;
            ROLLBACK;
            """.Replace("s.", _schema.Name + ".", StringComparison.Ordinal));
        var counts = read!.Split(' ').Select(count => long.Parse(count, CultureInfo.InvariantCulture)).ToArray();
        return (counts[0], counts[1]);
    }

    private Task FillAsync(int waiting, string lane, string key) => _schema.RunAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        INSERT INTO s.record (position, key, kind, id, revision, due, lane, lane_key, content)
        SELECT n, sha256(n::text::bytea), 'thing', n::text, 1, n, {lane}, {key}, 'x' FROM generate_series(1, {waiting}) AS n;
        ANALYZE s.record; ANALYZE s.lane;
        """).Replace("s.", _schema.Name + ".", StringComparison.Ordinal));
}
