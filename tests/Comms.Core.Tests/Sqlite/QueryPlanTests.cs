using Comms.Core.Sqlite.Reading;
using Comms.Core.Sqlite.Writing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

public sealed class QueryPlanTests : IDisposable
{
    private readonly LedgerFile _file = new();

    /// <summary>A claim and a page cost as much among a million rows as among a thousand when no plan scans or sorts.</summary>
    [Theory]
    [InlineData(Claiming.WaitingAlone, "record_due")]
    [InlineData(Claiming.FreeLanes, "lane_due", "record_lease")]
    [InlineData(Claiming.NextInLane, "record_lane_due")]
    [InlineData(RecordTable.State, "record_key")]
    [InlineData(RecordPages.One, "record_key")]
    [InlineData(RecordPages.OfKind, "record_kind")]
    [InlineData(RecordPages.OfLane, "record_lane")]
    [InlineData(RecordPages.DueAlone, "record_due")]
    [InlineData(RecordPages.DueInLane, "record_lane_due")]
    [InlineData(DueTimes.Alone, "record_due")]
    [InlineData(DueTimes.OfLanes, "lane_due")]
    [InlineData(ChainPages.After)]
    public async Task Every_statement_is_answered_from_an_index(string sql, params string[] indexes)
    {
        await _file.FillAsync(50);
        var plan = Plan(sql);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.All(indexes, index => Assert.Contains($"INDEX {index} (", plan, StringComparison.Ordinal));
    }

    public void Dispose() => _file.Dispose();

    private string Plan(string sql)
    {
        using var connection = _file.Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the ledger's own.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        for (var number = 1; number <= 6; number++)
        {
            command.Parameters.Add(new SqliteParameter($"?{number}", 1));
        }

        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
        {
            lines.Add(rows.GetString(3));
        }

        return string.Join('\n', lines);
    }
}
