using System.Globalization;
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

    public async ValueTask DisposeAsync() => await _schema.DisposeAsync();

    /// <summary>Fills up, and counts the rows that a claim of 50 reads in all of a table or by an index.</summary>
    private async Task<(long Scanned, long Fetched)> ReadByClaimAsync(int waiting, string lane, string key)
    {
        await _schema.RunAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO s.record (position, key, kind, id, revision, due, lane, lane_key, content)
            SELECT n, sha256(n::text::bytea), 'thing', n::text, 1, n, {lane}, {key}, 'x' FROM generate_series(1, {waiting}) AS n;
            ANALYZE s.record; ANALYZE s.lane;
            """).Replace("s.", _schema.Name + ".", StringComparison.Ordinal));
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
}
