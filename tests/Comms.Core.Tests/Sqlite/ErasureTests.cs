using System.Text;
using Comms.Core.Ledger;
using Comms.Core.Sqlite;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

public sealed class ErasureTests : IDisposable
{
    private const int Records = 3000;

    private readonly LedgerFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_removed_can_be_read_from_the_raw_files()
    {
        await using var ledger = await _file.OpenAsync();
        // Every other record is removed, in an order of its own, among others that stay and move: pages are split and
        // joined, and SQLite leaves copies behind in them that deleting alone does not reach.
        var numbers = Enumerable.Range(0, Records).Select(number => number * 1237 % Records).ToArray();
        foreach (var some in numbers.Chunk(100))
        {
            await CommitAsync(ledger, new LedgerBatch { Writes = [.. some.Select(Create)], Entries = [.. some.Select(Entry)] });
        }

        foreach (var some in numbers.Reverse().Where(number => number % 2 == 1).Chunk(60))
        {
            await CommitAsync(ledger, new LedgerBatch { Writes = [.. some.Select(Remove)] });
        }

        await CommitAsync(ledger, new LedgerBatch { Erase = [.. Enumerable.Range(1, Records).Select(sequence => (long)sequence)] });
        await ledger.SweepAsync(Cancel);
        var raw = await RawAsync();
        Assert.Contains("kept-", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", raw, StringComparison.Ordinal);
    }

    public void Dispose() => _file.Dispose();

    private static string Word(int number) => number % 2 == 1 ? "secret-" : "kept-";

    // Lengths differ, so that some lie in a page, some over pages, and pages are filled and emptied unevenly.
    private static LedgerWrite Create(int number) => new()
    {
        Key = new RecordKey("thing", $"{Word(number)}{number}"),
        Expected = 0,
        Content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Word(number), 1 + (number * number % (number % 4 == 1 ? 900 : 40))))),
        Due = DateTimeOffset.UnixEpoch.AddSeconds(number * 7 % 100),
        Lane = number % 3 == 0 ? $"{Word(number)}lane {number % 7}" : null,
    };

    private static LedgerWrite Remove(int number) =>
        new() { Key = new RecordKey("thing", $"{Word(number)}{number}"), Expected = 1, Content = null };

    private static ChainEntry Entry(int number) =>
        new() { Payload = Encoding.ASCII.GetBytes($"secret-{number}"), Salt = new byte[ChainEntry.SaltLength] };

    private static async Task CommitAsync(SqliteLedger ledger, LedgerBatch batch) =>
        Assert.Equal(CommitResult.Done, await ledger.CommitAsync(batch, Cancel));

    private async Task<string> RawAsync()
    {
        var all = new StringBuilder();
        foreach (var path in new[] { _file.Path, _file.Path + "-wal" })
        {
            // SQLite keeps locks on its open file, which another handle of this process must share.
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Cancel);
            all.Append(Encoding.Latin1.GetString(bytes));
        }

        return all.ToString();
    }
}
