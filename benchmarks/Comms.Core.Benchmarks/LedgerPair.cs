using System.Globalization;
using Comms.Core.Ledger;
using Comms.Core.Sqlite;

namespace Comms.Core.Benchmarks;

/// <summary>The two ledgers that are compared, holding the same records of 400 bytes; the one on disk is removed at the end.</summary>
internal sealed class LedgerPair : IAsyncDisposable
{
    public const string Kind = "delivery";
    public const int BatchSize = 500;

    private static readonly byte[] Content = [.. Enumerable.Range(0, 400).Select(index => (byte)('a' + (index % 26)))];

    private readonly DirectoryInfo _folder;

    private LedgerPair(DirectoryInfo folder, SqliteLedger sqlite, InMemoryLedger memory) =>
        (_folder, Sqlite, Memory) = (folder, sqlite, memory);

    public SqliteLedger Sqlite { get; }

    public InMemoryLedger Memory { get; }

    public static async Task<LedgerPair> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("comms-benchmarks");
        var options = new SqliteLedgerOptions { Path = Path.Combine(folder.FullName, "ledger.db"), Clock = new SteppingClock() };
        var pair = new LedgerPair(
            folder, await SqliteLedger.OpenAsync(options, CancellationToken.None), new InMemoryLedger(new SteppingClock()));
        await CommitAsync(pair.Sqlite, revision: 0);
        await CommitAsync(pair.Memory, revision: 0);
        return pair;
    }

    /// <summary>Writes <see cref="BatchSize"/> records in one batch, over those of the revision given; 0 makes them.</summary>
    public static async Task CommitAsync(ILedger ledger, long revision)
    {
        var writes = Enumerable.Range(0, BatchSize).Select(number => Write(number, revision)).ToArray();
        var result = await ledger.CommitAsync(new LedgerBatch { Writes = writes }, CancellationToken.None);
        if (!result.Committed)
        {
            throw new InvalidOperationException($"{result.At} was refused: {result.Refusal}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Sqlite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static LedgerWrite Write(int number, long revision) => new()
    {
        Key = new RecordKey(Kind, number.ToString("D6", CultureInfo.InvariantCulture)),
        Expected = revision,
        Content = Content,
        Due = SteppingClock.Start.AddSeconds(number),
    };
}
