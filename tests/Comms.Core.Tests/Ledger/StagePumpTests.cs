using Comms.Core.Ledger;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Ledger;

public class StagePumpTests
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch.AddYears(50));
    private readonly InMemoryLedger ledger;
    private readonly StagePump pump;

    public StagePumpTests()
    {
        ledger = new InMemoryLedger(clock);
        pump = new StagePump(ledger, clock, "host");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_record_is_worked_through_once_however_many_there_are()
    {
        for (var i = 0; i < 1201; i++)
        {
            await AddAsync($"{i}");
        }

        var report = await RunAsync(Make);

        Assert.Equal((1201, 1201, 0), (report.Done, report.Counted, report.Faults.Count));
        Assert.Equal(0, (await RunAsync(Make)).Done);
        Assert.Equal(1201, await ledger.ReadAsync(new RecordQuery { Kind = "out" }, Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task A_damaged_record_is_named_keeps_its_bytes_and_holds_up_no_other()
    {
        await AddAsync("good");
        await AddAsync("bad");

        var report = await RunAsync(record => record.Key.Id == "bad" ? throw new LedgerException(LedgerFault.Damaged, "torn") : Make(record));

        Assert.Equal(("torn", 1), (Assert.Single(report.Faults), report.Counted));
        Assert.Null((await ledger.FindAsync(new RecordKey("in", "bad"), Cancel))!.Due);
    }

    [Fact]
    public async Task A_record_of_a_newer_program_is_left_to_it()
    {
        await AddAsync("newer");

        var report = await RunAsync(_ => throw new LedgerException(LedgerFault.Newer, "version 2"));

        var kept = (await ledger.FindAsync(new RecordKey("in", "newer"), Cancel))!;
        Assert.Equal(("version 2", 0), (Assert.Single(report.Faults), report.Done));
        Assert.Equal((1, clock.GetUtcNow()), (kept.Revision, kept.Due));
    }

    [Fact]
    public async Task A_record_that_someone_else_changed_meanwhile_holds_up_no_other()
    {
        await AddAsync("one");
        await AddAsync("two");

        var report = await RunAsync(record =>
        {
            if (record.Key.Id == "one")
            {
                var change = new LedgerWrite { Key = record.Key, Expected = 1, Content = "other"u8.ToArray(), Due = clock.GetUtcNow() };
                _ = ledger.CommitAsync(new LedgerBatch { Writes = [change] }, Cancel).AsTask();
            }

            return Make(record);
        });

        Assert.Equal(1, report.Done);
        Assert.NotNull(await ledger.FindAsync(new RecordKey("out", "two"), Cancel));
    }

    private static StageStep Make(LedgerRecord record) =>
        new([new LedgerWrite { Key = new RecordKey("out", record.Key.Id), Expected = 0, Content = record.Content }], Counts: true);

    private ValueTask<StageReport> RunAsync(Func<LedgerRecord, StageStep> make) =>
        pump.RunAsync("in", (record, _) => ValueTask.FromResult(make(record)), Cancel);

    private async Task AddAsync(string id)
    {
        var write = new LedgerWrite { Key = new RecordKey("in", id), Expected = 0, Content = "x"u8.ToArray(), Due = clock.GetUtcNow() };
        await ledger.CommitAsync(new LedgerBatch { Writes = [write] }, Cancel);
    }
}
