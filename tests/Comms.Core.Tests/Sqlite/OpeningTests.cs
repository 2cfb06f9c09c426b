using Comms.Core.Ledger;
using Comms.Core.Sqlite;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

public sealed class OpeningTests : IDisposable
{
    private readonly LedgerFile _file = new();

    [Fact]
    public async Task A_new_file_is_made_and_closed_without_a_trace_beside_it()
    {
        await _file.FillAsync(3);
        Assert.Equal([_file.Path], Directory.GetFiles(_file.Folder));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        await File.WriteAllTextAsync(_file.Path, new string('?', 10_000), TestContext.Current.CancellationToken);
        await AssertRefusedAsync(LedgerFault.Damaged, "is not a ledger");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        _file.Execute("CREATE TABLE guest (name TEXT)");
        await AssertRefusedAsync(LedgerFault.Damaged, "of another program");
    }

    [Fact]
    public async Task A_newer_file_that_only_adds_is_used_and_one_that_forbids_it_is_refused_and_left_alone()
    {
        await _file.FillAsync(3);
        _file.Execute("ALTER TABLE record ADD COLUMN later TEXT; PRAGMA user_version = 99");
        await using (var ledger = await _file.OpenAsync())
        {
            Assert.Equal(3, await LedgerFile.CountAsync(ledger));
            Assert.True((await LedgerFile.CreateAsync(ledger, "more", 1)).Committed);
        }

        _file.Execute("UPDATE layout SET oldest = 99");
        await AssertRefusedAsync(LedgerFault.Newer, "Use the newer program");
    }

    [Fact]
    public async Task A_newer_file_that_does_not_say_who_may_use_it_is_refused()
    {
        await _file.FillAsync(3);
        _file.Execute("DROP TABLE layout; PRAGMA user_version = 99");
        await AssertRefusedAsync(LedgerFault.Newer, "Use the newer program");
    }

    [Fact]
    public async Task A_truncated_file_is_refused()
    {
        await _file.FillAsync(300);
        using (var stream = File.OpenWrite(_file.Path))
        {
            stream.SetLength(stream.Length / 2);
        }

        await AssertRefusedAsync(LedgerFault.Damaged, "restore the last backup");
    }

    [Fact]
    public async Task A_damaged_page_is_found_before_anything_is_written()
    {
        await _file.FillAsync(300);
        using (var stream = File.OpenWrite(_file.Path))
        {
            stream.Position = stream.Length / 2;
            stream.Write(new byte[8192]);
        }

        await AssertRefusedAsync(LedgerFault.Damaged, "restore the last backup");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_refused()
    {
        var fault = await _file.RefusesToOpenAsync("PRAGMA query_only = ON");
        Assert.Equal(LedgerFault.Unavailable, fault.Fault);
        Assert.Contains("cannot be written", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "A privileged process may write read-only files.");
        await _file.FillAsync(1);
        File.SetAttributes(_file.Path, FileAttributes.ReadOnly);
        Assert.Equal(LedgerFault.Unavailable, (await _file.RefusesToOpenAsync()).Fault);
        File.SetAttributes(_file.Path, FileAttributes.Normal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var path = Path.Combine(_file.Folder, "absent", "comms.db");
        var fault = await Assert.ThrowsAsync<LedgerException>(async () =>
            await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = path }, TestContext.Current.CancellationToken));
        Assert.Equal(LedgerFault.Unavailable, fault.Fault);
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_may_open_a_new_file_at_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var options = new SqliteLedgerOptions { Path = _file.Path + round };
            var ledgers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
                Task.Run(() => SqliteLedger.OpenAsync(options, TestContext.Current.CancellationToken).AsTask())));
            foreach (var ledger in ledgers)
            {
                await ledger.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_closed_ledger_says_so()
    {
        var ledger = await _file.OpenAsync();
        await ledger.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await LedgerFile.CreateAsync(ledger, "r", 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await LedgerFile.CountAsync(ledger));
    }

    public void Dispose() => _file.Dispose();

    private async Task AssertRefusedAsync(LedgerFault fault, string words)
    {
        var before = await File.ReadAllBytesAsync(_file.Path, TestContext.Current.CancellationToken);
        var refusal = await _file.RefusesToOpenAsync();
        Assert.Equal(fault, refusal.Fault);
        Assert.Contains(_file.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_file.Path, TestContext.Current.CancellationToken));
    }
}
