using Comms.Core.Ledger;
using Comms.Core.Sqlite;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

public sealed class BackupTests : IDisposable
{
    private readonly LedgerFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Backup => Path.Combine(_file.Folder, "backup.db");

    private SqliteLedgerOptions Options => new() { Path = _file.Path, BusyTimeout = TimeSpan.FromMilliseconds(50) };

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_backup_is_written_while_the_ledger_is_in_use_and_comes_back_as_it_was()
    {
        await using (var ledger = await _file.OpenAsync())
        {
            await LedgerFile.CreateAsync(ledger, "before", 300);
            await ledger.BackUpAsync(Backup, Cancel);
            await LedgerFile.CreateAsync(ledger, "after", 20);
        }

        var kept = await SqliteLedger.RestoreAsync(Options, Backup, (restored, _) => AddAsync(restored), Cancel);

        Assert.Equal(301, await CountAsync(_file.Path));
        Assert.Equal(320, await CountAsync(kept!));
        Assert.Equal(300, await CountAsync(Backup));
        Assert.Equal([Backup, _file.Path, kept!], Directory.GetFiles(_file.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_backup_writes_over_nothing()
    {
        await File.WriteAllTextAsync(Backup, "mine", Cancel);
        await using var ledger = await _file.OpenAsync();

        var fault = await Assert.ThrowsAsync<LedgerException>(async () => await ledger.BackUpAsync(Backup, Cancel));

        Assert.Contains("exists already", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Backup, Cancel));
    }

    [Fact]
    public async Task A_backup_into_a_folder_that_is_not_there_leaves_nothing()
    {
        await using var ledger = await _file.OpenAsync();

        await Assert.ThrowsAsync<LedgerException>(async () => await ledger.BackUpAsync(Path.Combine(_file.Folder, "no", "backup.db"), Cancel));
    }

    [Fact]
    public async Task A_ledger_in_use_is_not_replaced()
    {
        await MakeBackupAsync();
        await using var inUse = await _file.OpenAsync();
        await LedgerFile.CreateAsync(inUse, "now", 2);

        var fault = await Assert.ThrowsAsync<LedgerException>(async () => await SqliteLedger.RestoreAsync(Options, Backup, Nothing, Cancel));

        Assert.Equal(LedgerFault.Unavailable, fault.Fault);
        Assert.Equal(5, await LedgerFile.CountAsync(inUse));
    }

    [Fact]
    public async Task A_damaged_ledger_is_replaced_and_kept()
    {
        await MakeBackupAsync();
        await File.WriteAllTextAsync(_file.Path, new string('?', 10_000), Cancel);

        var kept = await SqliteLedger.RestoreAsync(Options, Backup, Nothing, Cancel);

        Assert.Equal(3, await CountAsync(_file.Path));
        Assert.Equal(new string('?', 10_000), await File.ReadAllTextAsync(kept!, Cancel));
    }

    [Fact]
    public async Task Where_there_is_no_ledger_the_backup_becomes_it()
    {
        await MakeBackupAsync();
        File.Delete(_file.Path);

        Assert.Null(await SqliteLedger.RestoreAsync(Options, Backup, Nothing, Cancel));
        Assert.Equal(3, await CountAsync(_file.Path));
    }

    [Theory]
    [InlineData(null, "There is no backup")]
    [InlineData("no ledger at all, but long enough to be taken for a file of a database, since its head has a hundred bytes", "is not a ledger")]
    public async Task What_is_no_backup_leaves_the_ledger_as_it_is(string? content, string why)
    {
        await _file.FillAsync(3);
        if (content is not null)
        {
            await File.WriteAllTextAsync(Backup, content, Cancel);
        }

        var fault = await Assert.ThrowsAsync<LedgerException>(async () => await SqliteLedger.RestoreAsync(Options, Backup, Nothing, Cancel));

        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(_file.Path));
        Assert.DoesNotContain(Directory.GetFiles(_file.Folder), file => file.Contains("restoring", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preparation_that_fails_leaves_the_ledger_as_it_is()
    {
        await MakeBackupAsync();
        await using (var ledger = await _file.OpenAsync())
        {
            await LedgerFile.CreateAsync(ledger, "now", 2);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await SqliteLedger.RestoreAsync(Options, Backup, (_, _) => throw new InvalidOperationException("no"), Cancel));

        Assert.Equal(5, await CountAsync(_file.Path));
    }

    private static ValueTask Nothing(SqliteLedger restored, CancellationToken cancel) => ValueTask.CompletedTask;

    private static async ValueTask AddAsync(ILedger restored) => Assert.True((await LedgerFile.CreateAsync(restored, "epoch", 1)).Committed);

    private static async Task<int> CountAsync(string path)
    {
        await using var ledger = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = path }, Cancel);
        return await LedgerFile.CountAsync(ledger);
    }

    private async Task MakeBackupAsync()
    {
        await _file.FillAsync(3);
        await using var ledger = await _file.OpenAsync();
        await ledger.BackUpAsync(Backup, Cancel);
    }
}
