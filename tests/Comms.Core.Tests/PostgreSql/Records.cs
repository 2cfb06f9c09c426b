using System.Text;
using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Tests.PostgreSql;

/// <summary>Records that are due, for tests of what only a server can do.</summary>
internal static class Records
{
    public const string Kind = "thing";

    public static DateTimeOffset Due { get; } = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static ValueTask<CommitResult> CreateAsync(ILedger ledger, string prefix, int count, Func<int, string?>? lane = null) =>
        ledger.CommitAsync(new LedgerBatch { Writes = [.. Enumerable.Range(0, count).Select(number => Create($"{prefix}/{number}", lane?.Invoke(number), number))] }, Cancel);

    public static ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ILedger ledger, int limit = 100, string holder = "one") => ledger.ClaimAsync(
        new ClaimRequest { Kind = Kind, DueBy = Due.AddDays(1), Holder = holder, LeaseFor = TimeSpan.FromMinutes(5), Limit = limit }, Cancel);

    public static LedgerWrite Done(LeasedRecord leased) => new()
    {
        Key = leased.Record.Key,
        Expected = leased.Record.Revision,
        Content = leased.Record.Content,
        Fence = leased.Fence,
    };

    public static async Task<int> CountAsync(ILedger ledger) =>
        await ledger.ReadAsync(new RecordQuery { Kind = Kind }, Cancel).CountAsync(Cancel);

    private static LedgerWrite Create(string id, string? lane, int number) => new()
    {
        Key = new RecordKey(Kind, id),
        Expected = 0,
        Content = Encoding.ASCII.GetBytes(new string('x', 200)),
        Due = Due.AddMilliseconds(number),
        Lane = lane,
    };
}
