using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

public sealed class FaultTests : IDisposable
{
    private readonly LedgerFile _file = new();

    [Fact]
    public async Task A_full_disk_stops_with_nothing_half_done_and_goes_on_when_there_is_room()
    {
        await using (var ledger = await _file.OpenAsync("PRAGMA max_page_count = 60"))
        {
            Assert.True((await LedgerFile.CreateAsync(ledger, "kept ", 5)).Committed);
            var fault = await Assert.ThrowsAsync<LedgerException>(async () => await LedgerFile.CreateAsync(ledger, "lost ", 500));
            Assert.Equal(LedgerFault.Unavailable, fault.Fault);
            Assert.Contains("is full", fault.Message, StringComparison.Ordinal);
            Assert.Equal(5, await LedgerFile.CountAsync(ledger));
            Assert.True((await LedgerFile.CreateAsync(ledger, "small ", 1)).Committed);
        }

        await using var reopened = await _file.OpenAsync();
        Assert.True((await LedgerFile.CreateAsync(reopened, "lost ", 500)).Committed);
        Assert.Equal(506, await LedgerFile.CountAsync(reopened));
    }

    [Fact]
    public async Task A_batch_that_does_not_fit_does_not_take_others_with_it()
    {
        await using var ledger = await _file.OpenAsync("PRAGMA max_page_count = 80");
        var large = LedgerFile.CreateAsync(ledger, "large ", 1000).AsTask();
        var small = Enumerable.Range(0, 10).Select(number => LedgerFile.CreateAsync(ledger, $"{number} ", 1, 10).AsTask()).ToList();
        await Assert.ThrowsAsync<LedgerException>(() => large);
        Assert.All(await Task.WhenAll(small), result => Assert.True(result.Committed));
    }

    [Fact]
    public async Task Another_program_that_does_not_let_go_is_named_and_later_forgotten()
    {
        await using var ledger = await _file.OpenAsync();
        using (var other = _file.Connect())
        {
            LedgerFile.Execute(other, "BEGIN IMMEDIATE");
            var fault = await Assert.ThrowsAsync<LedgerException>(async () => await LedgerFile.CreateAsync(ledger, "r", 1));
            Assert.Equal(LedgerFault.Unavailable, fault.Fault);
            Assert.Contains("in use by another program", fault.Message, StringComparison.Ordinal);
            Assert.Equal(0, await LedgerFile.CountAsync(ledger));
        }

        Assert.True((await LedgerFile.CreateAsync(ledger, "r", 1)).Committed);
    }

    [Fact]
    public async Task Nothing_more_is_written_to_a_file_found_damaged()
    {
        await using var ledger = await _file.OpenAsync();
        _file.Execute("DROP TRIGGER chain_is_not_cut; DELETE FROM counter");
        Assert.Equal(LedgerFault.Damaged, (await FailsAsync(ledger)).Fault);
        _file.Execute("INSERT INTO counter VALUES (1, 0, 0)");
        Assert.Equal(LedgerFault.Damaged, (await FailsAsync(ledger)).Fault);
    }

    [Fact]
    public async Task A_copy_taken_under_way_opens_with_whole_batches()
    {
        using var copy = new LedgerFile();
        await using (var ledger = await _file.OpenAsync())
        {
            for (var batch = 0; batch < 20; batch++)
            {
                Assert.True((await LedgerFile.CreateAsync(ledger, $"{batch}/", 10)).Committed);
            }

            File.Copy(_file.Path, copy.Path);
            var log = await File.ReadAllBytesAsync(_file.Path + "-wal", TestContext.Current.CancellationToken);
            // What a kill leaves: the log ends in the middle of a commit.
            await File.WriteAllBytesAsync(copy.Path + "-wal", log[..(log.Length * 3 / 4)], TestContext.Current.CancellationToken);
        }

        await using var opened = await copy.OpenAsync();
        var count = await LedgerFile.CountAsync(opened);
        Assert.InRange(count, 10, 190);
        Assert.Equal(0, count % 10);
        Assert.True((await LedgerFile.CreateAsync(opened, "after ", 1)).Committed);
    }

    public void Dispose() => _file.Dispose();

    private static async Task<LedgerException> FailsAsync(ILedger ledger) =>
        await Assert.ThrowsAsync<LedgerException>(async () => await LedgerFile.CreateAsync(ledger, "r", 1));
}
