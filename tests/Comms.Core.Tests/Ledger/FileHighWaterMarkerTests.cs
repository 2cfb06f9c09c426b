using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Tests.Ledger;

public sealed class FileHighWaterMarkerTests : IDisposable
{
    private readonly MarkerFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_mark_is_kept_for_whoever_opens_the_folder_next()
    {
        var first = folder.Open();
        Assert.Equal(default, await first.ReadAsync("a", Cancel));
        await first.MarkAsync("a", new HighWater(0, 7), Cancel);
        await first.MarkAsync("b", new HighWater(2, 1), Cancel);

        var second = folder.Open();
        Assert.Equal(new HighWater(0, 7), await second.ReadAsync("a", Cancel));
        Assert.Equal(new HighWater(2, 1), await second.ReadAsync("b", Cancel));
    }

    [Fact]
    public async Task A_mark_only_rises_and_an_epoch_counts_before_a_turn()
    {
        var marker = folder.Open();
        foreach (var mark in (HighWater[])[new(1, 5), new(1, 4), new(0, 900), new(2, 1)])
        {
            await marker.MarkAsync("a", mark, Cancel);
        }

        Assert.Equal(new HighWater(2, 1), await marker.ReadAsync("a", Cancel));
    }

    [Fact]
    public async Task Many_at_once_leave_the_highest()
    {
        var one = folder.Open();
        var two = folder.Open();
        await Parallel.ForAsync(1, 200, Cancel, async (turn, cancel) => await (turn % 2 == 0 ? one : two).MarkAsync("a", new HighWater(0, turn), cancel));

        Assert.Equal(new HighWater(0, 199), await one.ReadAsync("a", Cancel));
    }

    [Fact]
    public async Task A_damaged_mark_is_told_with_its_file_and_one_never_written_is_none()
    {
        var marker = folder.Open();
        await marker.MarkAsync("a", new HighWater(0, 7), Cancel);
        var file = Assert.Single(folder.Files);

        await File.WriteAllTextAsync(file, "", Cancel);
        Assert.Equal(default, await marker.ReadAsync("a", Cancel));

        await File.WriteAllTextAsync(file, "what is this?", Cancel);
        var fault = await Assert.ThrowsAsync<LedgerException>(async () => await marker.ReadAsync("a", Cancel));
        Assert.Equal(LedgerFault.Damaged, fault.Fault);
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        var marker = folder.Open();
        await marker.MarkAsync("a", new HighWater(0, 7), Cancel);
        var within = new FileHighWaterMarker(Path.Combine(folder.Files.First(), "below a file"));

        var fault = await Assert.ThrowsAsync<LedgerException>(async () => await within.MarkAsync("a", new HighWater(0, 1), Cancel));

        Assert.Equal(LedgerFault.Unavailable, fault.Fault);
    }
}
