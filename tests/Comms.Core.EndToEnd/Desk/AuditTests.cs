using Microsoft.Data.Sqlite;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class AuditTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        (await desk.RunAsync("init", "--yes")).Ended(0);
        desk.Write("posts.jsonl", string.Concat(Enumerable.Range(0, 5).Select(i => $$"""{"text":"Post {{i}}","accounts":["drop"]}""" + "\n")));
        (await desk.RunAsync("import", "posts.jsonl")).Ended(0);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_whole_chain_verifies() =>
        Assert.StartsWith("the audit is whole: 5 links, 0 of them erased", (await desk.RunAsync("audit", "verify")).Ended(0).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Every_entry_is_written_out_as_a_line()
    {
        var entries = (await desk.RunAsync("audit", "export")).Ended(0).Json;

        Assert.Equal([1, 2, 3, 4, 5], entries.Select(entry => entry.GetProperty("sequence").GetInt64()));
        Assert.All(entries, entry => Assert.Equal("writer", entry.GetProperty("actor").GetString()));
        Assert.All(entries, entry => Assert.StartsWith("draft/", entry.GetProperty("subject").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DROP TRIGGER chain_is_not_changed; UPDATE chain SET commitment = zeroblob(32) WHERE sequence = 3", "link 3")]
    [InlineData("DROP TRIGGER chain_is_not_changed; UPDATE chain SET hash = zeroblob(32) WHERE sequence IN (2, 4)", "link 2")]
    [InlineData("DROP TRIGGER chain_payload_is_not_changed; UPDATE chain_payload SET payload = x'7b7d' WHERE sequence = 4", "link 4")]
    public async Task The_first_broken_link_is_named(string tampering, string named)
    {
        using (var ledger = new SqliteConnection($"Data Source={desk.In("comms-data/comms.db")};Pooling=False"))
        {
            await ledger.OpenAsync(TestContext.Current.CancellationToken);
            using var command = ledger.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
            command.CommandText = tampering;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var result = (await desk.RunAsync("audit", "verify")).Ended(1);

        Assert.Contains($"broken at {named}:", result.Output, StringComparison.Ordinal);
    }
}
